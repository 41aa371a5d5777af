package io.marquee.ordering;

import io.marquee.kernel.Transitions;

/** What one buyer bought at once. */
public enum OrderState {
    PENDING,
    PAID,
    PARTIALLY_REFUNDED,
    REFUNDED,
    EXPIRED,
    CANCELLED;

    /** Expired to paid is a late payment that found stock: the same order revives. */
    public static final Transitions<OrderState> MOVES = Transitions.of(OrderState.class)
            .allow(PENDING, PAID, EXPIRED, CANCELLED)
            .allow(PAID, PARTIALLY_REFUNDED, REFUNDED)
            .allow(PARTIALLY_REFUNDED, REFUNDED)
            .allow(EXPIRED, PAID);
}
