package io.marquee.ticketing;

import io.marquee.pricing.PromoCode;
import io.marquee.pricing.Tariff;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event offers one buyer.
 *
 * @param types that this buyer may know of, in order
 * @param code the promo code that they gave; null for none
 */
record Offering(
        List<TicketTypeView> types, Tariff tariff, @Nullable PromoCode code) {}
