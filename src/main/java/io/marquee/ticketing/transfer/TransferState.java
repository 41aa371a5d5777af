package io.marquee.ticketing.transfer;

import io.marquee.kernel.Transitions;

/** How far a transfer is. */
public enum TransferState {
    OFFERED,
    ACCEPTED,
    /** By the recipient. */
    DECLINED,
    /** By the sender. */
    WITHDRAWN,
    /** By itself. */
    EXPIRED,
    /** The ticket was used or ended before anybody accepted. */
    LAPSED;

    public static final Transitions<TransferState> MOVES =
            Transitions.of(TransferState.class).allow(OFFERED, ACCEPTED, DECLINED, WITHDRAWN, EXPIRED, LAPSED);
}
