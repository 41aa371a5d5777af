package io.marquee.payment;

import io.marquee.kernel.Transitions;

/** What became of a discrepancy. */
public enum DiscrepancyState {
    OPEN,
    /** It is right as it is. */
    ACCEPTED,
    /** Somebody has mended it elsewhere. */
    HANDLED,
    /** The provider is asked to send the money back. */
    REFUNDING,
    REFUNDED;

    public static final Transitions<DiscrepancyState> MOVES = Transitions.of(DiscrepancyState.class)
            .allow(OPEN, ACCEPTED, HANDLED, REFUNDING)
            .allow(REFUNDING, REFUNDED, OPEN)
            .allow(ACCEPTED, OPEN)
            .allow(HANDLED, OPEN);
}
