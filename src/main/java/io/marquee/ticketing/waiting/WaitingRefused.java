package io.marquee.ticketing.waiting;

import io.marquee.kernel.Refusal;
import io.marquee.kernel.Wire;

/** Why somebody is not, or no longer, in line. */
public abstract sealed class WaitingRefused extends Refusal {

    private WaitingRefused(String code, Object... arguments) {
        super(Kind.CONFLICT, code, arguments);
    }

    /** Nobody needs to wait: there are places. */
    public static final class NotSoldOut extends WaitingRefused {
        public NotSoldOut(String name) {
            super("not_sold_out", name);
        }
    }

    /** There is no line for this type, or not now. */
    public static final class Closed extends WaitingRefused {
        public Closed(String name) {
            super("waiting_list_closed", name);
        }
    }

    /** One place in line a person and type. */
    public static final class AlreadyWaiting extends WaitingRefused {
        public AlreadyWaiting(String name) {
            super("already_waiting", name);
        }
    }

    /** It was used, passed on, or is on its way to somebody. */
    public static final class NotResalable extends WaitingRefused {
        public NotResalable() {
            super("not_resalable");
        }
    }

    /** It is on the list already. */
    public static final class AlreadyListed extends WaitingRefused {
        public AlreadyListed() {
            super("resale_listed");
        }
    }

    /** It is not on the list. */
    public static final class NotListed extends WaitingRefused {
        public NotListed() {
            super("resale_not_listed");
        }
    }

    /** Somebody in line may be paying for it. */
    public static final class ResaleOffered extends WaitingRefused {
        public ResaleOffered() {
            super("resale_offered");
        }
    }

    /** They are out of line. */
    public static final class Over extends WaitingRefused {
        public Over(EntryState state) {
            super("waiting_" + Wire.name(state));
        }
    }
}
