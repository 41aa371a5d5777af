package io.marquee.ticketing;

import io.marquee.kernel.Transitions;

/** Tickets kept for one buyer while they pay. */
public enum HoldState {
    ACTIVE,
    /** By a paid order. */
    CONSUMED,
    /** By the buyer. */
    RELEASED,
    /** By itself. */
    EXPIRED;

    /** An expired one is consumed when a late payment finds stock. */
    public static final Transitions<HoldState> MOVES = Transitions.of(HoldState.class)
            .allow(ACTIVE, CONSUMED, RELEASED, EXPIRED)
            .allow(EXPIRED, CONSUMED);
}
