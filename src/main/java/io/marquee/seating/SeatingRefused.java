package io.marquee.seating;

import io.marquee.kernel.Refusal;
import java.util.List;
import java.util.Map;

/** Why a plan can't be changed. */
public abstract sealed class SeatingRefused extends Refusal {

    private SeatingRefused(String code, Object... arguments) {
        super(Kind.CONFLICT, code, arguments);
    }

    /** Somebody holds or bought them: what was sold stays as it was sold. */
    public static final class SeatsSold extends SeatingRefused {
        private final List<SeatName> seats;

        public SeatsSold(List<SeatName> seats) {
            super(
                    "seats_sold",
                    seats.size(),
                    seats.getFirst().section(),
                    seats.getFirst().row(),
                    seats.getFirst().seat());
            this.seats = seats;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("seats", seats);
        }
    }

    /** The event has a plan already. */
    public static final class PlanExists extends SeatingRefused {
        public PlanExists() {
            super("plan_exists");
        }
    }
}
