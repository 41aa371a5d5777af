package io.marquee.payout;

import io.marquee.kernel.Transitions;

/** Money that the operator passes on by hand, or takes back. */
public enum TransferState {
    /** Stored; the provider has not answered yet. */
    REQUESTED,
    SENT,
    FAILED;

    public static final Transitions<TransferState> MOVES =
            Transitions.of(TransferState.class).allow(REQUESTED, SENT, FAILED);
}
