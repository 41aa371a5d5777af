package io.marquee.payout;

import io.marquee.kernel.Transitions;

/** An event's money on its way to the bank. */
public enum ReleaseState {
    /** Its time has not come. */
    DUE,
    /** Its time has come, and something else has not; it is looked at again the next day. */
    WAITING,
    /** Decided; the provider has not answered yet. */
    SENDING,
    SENT,
    NOTHING,
    FAILED;

    public static final Transitions<ReleaseState> MOVES = Transitions.of(ReleaseState.class)
            .allow(DUE, WAITING, SENDING, NOTHING)
            .allow(WAITING, SENDING, NOTHING)
            .allow(SENDING, SENT, FAILED)
            .allow(SENT, FAILED)
            .allow(FAILED, DUE);
}
