package io.marquee.pricing;

import io.marquee.kernel.Money;
import java.util.UUID;

/** So many of one ticket type. @param price of one: the list price, or the one that the buyer chose */
public record PricedItem(UUID ticketType, int quantity, Money price) {}
