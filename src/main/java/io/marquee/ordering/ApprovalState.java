package io.marquee.ordering;

import io.marquee.kernel.Transitions;

/** Whether the team lets somebody buy. The names are on the wire. */
public enum ApprovalState {
    /** Nobody is asked yet: its buyer has not had the money reserved. */
    REQUIRES_ACTION,
    /** The team is asked. Nothing is taken, and the tickets are kept. */
    PENDING_APPROVAL,
    /** From here on its money may be taken. */
    APPROVED,
    DECLINED,
    /** Nobody answered in time, or the bank let go of the money. */
    LAPSED,
    /** The buyer did not want it any more, or the event was cancelled. */
    WITHDRAWN;

    public static final Transitions<ApprovalState> MOVES = Transitions.of(ApprovalState.class)
            .allow(REQUIRES_ACTION, PENDING_APPROVAL)
            .allow(PENDING_APPROVAL, APPROVED, DECLINED, LAPSED, WITHDRAWN);
}
