package io.marquee.ticketing;

import io.marquee.kernel.Refusal;
import io.marquee.kernel.Wire;
import io.marquee.seating.SeatName;
import java.util.List;
import java.util.Map;

/** Why tickets can't be had. */
public abstract sealed class TicketsRefused extends Refusal {

    private TicketsRefused(String code, Object... arguments) {
        super(Kind.CONFLICT, code, arguments);
    }

    /** None or fewer than asked are left; {@code left} tells how many. */
    public static final class SoldOut extends TicketsRefused {
        private final TicketTypeId type;
        private final int left;

        public SoldOut(TicketTypeId type, String name, int left) {
            super(left == 0 ? "sold_out" : "only_some_left", name, left);
            this.type = type;
            this.left = left;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("ticketType", type.value(), "left", left);
        }
    }

    /** Somebody was quicker with these seats; the others that were picked are free still. */
    public static final class SeatsGone extends TicketsRefused {
        private final List<SeatName> seats;

        public SeatsGone(List<SeatName> seats) {
            super(
                    "seats_gone",
                    seats.size(),
                    seats.getFirst().section(),
                    seats.getFirst().row(),
                    seats.getFirst().seat());
            this.seats = seats;
        }

        public List<SeatName> seats() {
            return seats;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("seats", seats);
        }
    }

    /** The event takes nobody in any more, or not yet. */
    public static final class RegistrationClosed extends TicketsRefused {
        public RegistrationClosed() {
            super("registration_closed");
        }
    }

    /** Outside the type's sale window. {@code when} is {@code not_yet} or {@code over}. */
    public static final class NotOnSale extends TicketsRefused {
        public NotOnSale(TicketTypeId type, String name, String when) {
            super("sale_" + when, name);
        }
    }

    /** One person may have only so many of a type. */
    public static final class PersonLimit extends TicketsRefused {
        public PersonLimit(String name, int limit) {
            super("person_limit", name, limit);
        }
    }

    /** One person may use a code only so often. */
    public static final class CodePersonLimit extends TicketsRefused {
        public CodePersonLimit(int limit) {
            super("code_person_limit", limit);
        }
    }

    /** The hold has ended before an order was made of it. */
    public static final class HoldGone extends TicketsRefused {
        public HoldGone(HoldState state) {
            super("hold_" + Wire.name(state));
        }
    }

    /** An order was made of the hold: it is the order that can be given up. */
    public static final class HoldOrdered extends TicketsRefused {
        public HoldOrdered() {
            super("hold_ordered");
        }
    }
}
