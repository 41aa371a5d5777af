package io.marquee.escrow;

import io.marquee.kernel.Transitions;

/** Where a stake is. The names are on the wire. */
public enum StakeState {
    /** Paid or reserved; its ticket was not used yet. */
    HELD,
    /** They came, though that may have become known after it was lost: it goes back, unless the check-in is taken back first. */
    RETURNING,
    RETURNED,
    /** They did not come. */
    FORFEITED,
    /** They did not come, and the card that was kept was refused: it is tried again, or the buyer pays in another way. */
    UNPAID,
    /** They did not come, and get it back all the same. */
    FORGIVEN,
    /** The bank refused the money on its way back: the team tries again. */
    FAILED,
    /** It was only reserved, and the bank let go of it before it was taken: nothing is behind it any more. */
    LAPSED;

    public static final Transitions<StakeState> MOVES = Transitions.of(StakeState.class)
            .allow(HELD, RETURNING, RETURNED, FORFEITED, LAPSED)
            .allow(RETURNING, HELD, RETURNED)
            .allow(FORFEITED, RETURNING, UNPAID, FORGIVEN, LAPSED)
            .allow(UNPAID, RETURNING, FORFEITED, FORGIVEN, LAPSED)
            .allow(RETURNED, FAILED)
            .allow(FORGIVEN, FAILED)
            .allow(FAILED, RETURNED);
}
