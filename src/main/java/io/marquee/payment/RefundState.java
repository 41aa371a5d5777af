package io.marquee.payment;

import io.marquee.kernel.Transitions;

/** Money on its way back. */
public enum RefundState {
    REQUESTED,
    APPROVED,
    PROCESSING,
    SUCCEEDED,
    FAILED,
    DECLINED;

    public static final Transitions<RefundState> MOVES = Transitions.of(RefundState.class)
            .allow(REQUESTED, APPROVED, DECLINED)
            .allow(APPROVED, PROCESSING)
            .allow(PROCESSING, SUCCEEDED, FAILED);
}
