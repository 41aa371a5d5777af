package io.marquee.payment;

import io.marquee.kernel.Transitions;

/** A card's holder asks their bank for the money; the bank decides. */
public enum DisputeState {
    NEEDS_RESPONSE,
    UNDER_REVIEW,
    WON,
    LOST;

    public static final Transitions<DisputeState> MOVES = Transitions.of(DisputeState.class)
            .allow(NEEDS_RESPONSE, UNDER_REVIEW)
            // back only where an inquiry that was answered became a dispute, which wants an answer of its own
            .allow(UNDER_REVIEW, NEEDS_RESPONSE, WON, LOST);

    public boolean isDecided() {
        return this == WON || this == LOST;
    }
}
