package io.marquee.guest;

import io.marquee.kernel.Refusal;

/** Why an answer was not taken, or a guest not changed. */
public abstract sealed class GuestRefused extends Refusal {

    private GuestRefused(String code, Object... arguments) {
        super(Kind.CONFLICT, code, arguments);
    }

    /** Who comes needs one. */
    public static final class TicketNeeded extends GuestRefused {
        public TicketNeeded() {
            super("guest_ticket_needed");
        }
    }

    /** Whoever has one gives it back first. */
    public static final class HasTicket extends GuestRefused {
        public HasTicket() {
            super("guest_has_ticket");
        }
    }

    /** There is no place for so many. */
    public static final class Full extends GuestRefused {
        public Full(int left) {
            super("guest_event_full", left);
        }
    }

    /** The event is over, cancelled, or takes no answers. */
    public static final class AnswersClosed extends GuestRefused {
        public AnswersClosed() {
            super("guest_answers_closed");
        }
    }

    /** The team has decided, and they can't change it themselves. */
    public static final class Decided extends GuestRefused {
        public Decided() {
            super("guest_decided");
        }
    }

    /** Somebody else changed the guest in this moment, or the state has no such move. */
    public static final class Moved extends GuestRefused {
        public Moved() {
            super("guest_moved");
        }
    }

    /** The event has a guest with this address. */
    public static final class Known extends GuestRefused {
        public Known() {
            super("guest_known");
        }
    }

    /** The mailed link is too old, or was used. */
    public static final class LinkOver extends GuestRefused {
        public LinkOver() {
            super("guest_link_over");
        }
    }
}
