package io.marquee.payment.sandbox;

import io.marquee.kernel.Transitions;

/** How a charge stands in the sandbox's own words. */
enum ChargeState {
    OPEN,
    NEEDS_AUTHENTICATION,
    PROCESSING,
    /** Reserved, until the shop takes it or lets go of it. */
    AUTHORISED,
    PAID,
    DECLINED,
    CANCELLED,
    EXPIRED;

    static final Transitions<ChargeState> MOVES = Transitions.of(ChargeState.class)
            .allow(OPEN, NEEDS_AUTHENTICATION, PROCESSING, AUTHORISED, PAID, DECLINED, CANCELLED, EXPIRED)
            .allow(NEEDS_AUTHENTICATION, AUTHORISED, PAID, DECLINED, CANCELLED, EXPIRED)
            .allow(PROCESSING, AUTHORISED, PAID)
            .allow(AUTHORISED, PAID, CANCELLED);

    /** Whether the buyer still has something to do on the hosted page. */
    boolean waitsForBuyer() {
        return this == OPEN || this == NEEDS_AUTHENTICATION;
    }
}
