package io.marquee.ticketing.transfer;

import io.marquee.kernel.Refusal;
import io.marquee.kernel.Wire;
import io.marquee.ticketing.TicketState;

/** Why a ticket is not passed on. */
public abstract sealed class TransferRefused extends Refusal {

    private TransferRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    /** The organizer does not allow it. */
    public static final class Forbidden extends TransferRefused {
        public Forbidden() {
            super(Kind.CONFLICT, "transfers_forbidden");
        }
    }

    /** The organizer's deadline or the event's start has passed. */
    public static final class TooLate extends TransferRefused {
        public TooLate() {
            super(Kind.CONFLICT, "transfers_over");
        }
    }

    /** The ticket was used, or has ended. */
    public static final class NotTransferable extends TransferRefused {
        public NotTransferable(TicketState state) {
            super(Kind.CONFLICT, "ticket_" + Wire.name(state));
        }
    }

    /** Its holder gave no address that mail could go to, as at the box office. */
    public static final class NoAddress extends TransferRefused {
        public NoAddress() {
            super(Kind.CONFLICT, "no_address");
        }
    }

    /** It is on its way to somebody already. */
    public static final class AlreadyOffered extends TransferRefused {
        public AlreadyOffered(String toEmail) {
            super(Kind.CONFLICT, "transfer_under_way", toEmail);
        }
    }

    /** Its buyer has given it back to the waiting list. */
    public static final class OnResale extends TransferRefused {
        public OnResale() {
            super(Kind.CONFLICT, "ticket_on_resale");
        }
    }

    /** It was decided before, or its time was up. */
    public static final class Decided extends TransferRefused {
        public Decided(TransferState state) {
            super(Kind.CONFLICT, "transfer_" + Wire.name(state));
        }
    }

    /** Strangers would be written to without end. */
    public static final class TooOften extends TransferRefused {
        public TooOften() {
            super(Kind.TOO_MANY, "transfers_too_often");
        }
    }
}
