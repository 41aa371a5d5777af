package io.marquee.ticketing;

import io.marquee.kernel.Transitions;

/** The life of a ticket. {@link #CHECKED_IN} means that it was admitted at least once. */
public enum TicketState {
    PENDING_APPROVAL,
    ISSUED,
    STAKED,
    DECLINED,
    CHECKED_IN,
    CANCELLED,
    REFUNDED,
    /** A no-show, once the event has ended. */
    EXPIRED,
    /** A no-show whose stake was lost; used after all where a gate that was alone tells of it later. */
    FORFEITED;

    public static final Transitions<TicketState> MOVES = Transitions.of(TicketState.class)
            .allow(PENDING_APPROVAL, ISSUED, STAKED, DECLINED)
            .allow(ISSUED, CHECKED_IN, CANCELLED, REFUNDED, EXPIRED)
            .allow(STAKED, CHECKED_IN, REFUNDED, FORFEITED)
            .allow(CHECKED_IN, ISSUED, STAKED, REFUNDED)
            .allow(FORFEITED, CHECKED_IN);

    /** Whether its holder comes, or could have come. */
    public boolean admits() {
        return switch (this) {
            case ISSUED, STAKED, CHECKED_IN, EXPIRED, FORFEITED -> true;
            case PENDING_APPROVAL, DECLINED, CANCELLED, REFUNDED -> false;
        };
    }
}
