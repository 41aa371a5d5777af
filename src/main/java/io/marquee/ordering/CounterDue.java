package io.marquee.ordering;

import io.marquee.kernel.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Money that belongs to the buyer of a sale at the box office again, and waits there to be handed out.
 *
 * @param id of the refund
 * @param code of the order
 * @param method by which it was paid, and goes back
 */
public record CounterDue(
        UUID id,
        OrderId order,
        String code,
        String buyerName,
        CounterSale.Method method,
        Money amount,
        Instant since) {}
