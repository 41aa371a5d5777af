package io.marquee.checkin;

import io.marquee.event.EventState;
import io.marquee.ticketing.TicketView;

/** The verdict that a ticket's and its event's state give, before the compare-and-set. */
final class Verdicts {
    private Verdicts() {}

    /** @param byCode what the code alone says: admitted, or that it was given away */
    static Verdict of(TicketView ticket, Verdict byCode, Deciding.Standing standing) {
        return of(ticket, byCode, standing, Verdict.ALREADY_IN);
    }

    /** The same where having come does not say that one may not come again: a list's rule decides. */
    static Verdict again(TicketView ticket, Verdict byCode, Deciding.Standing standing) {
        return of(ticket, byCode, standing, Verdict.ADMITTED);
    }

    private static Verdict of(TicketView ticket, Verdict byCode, Deciding.Standing standing, Verdict checkedIn) {
        if (byCode != Verdict.ADMITTED) {
            return byCode;
        }
        Verdict byTicket = switch (ticket.state()) {
            case ISSUED, STAKED -> Verdict.ADMITTED;
            case CHECKED_IN -> checkedIn;
            case PENDING_APPROVAL, DECLINED -> Verdict.NOT_APPROVED;
            case CANCELLED -> Verdict.CANCELLED;
            case REFUNDED -> Verdict.REFUNDED;
            case EXPIRED -> Verdict.OUTSIDE_HOURS;
            // they came in time, and a gate tells of it after their stake was lost
            case FORFEITED -> standing.saves() ? Verdict.ADMITTED : Verdict.OUTSIDE_HOURS;
        };
        return byTicket == Verdict.ADMITTED ? byEvent(standing.state()) : byTicket;
    }

    private static Verdict byEvent(EventState event) {
        return switch (event) {
            case PUBLISHED, LIVE -> Verdict.ADMITTED;
            case DRAFT, ENDED, ARCHIVED -> Verdict.OUTSIDE_HOURS;
            case CANCELLED -> Verdict.CANCELLED;
        };
    }
}
