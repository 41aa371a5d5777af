package io.marquee.waitingroom;

import io.marquee.event.EventView;
import io.marquee.kernel.Refusal;
import java.util.Map;

/** Why somebody does not get to the stock, or gets no place. */
public abstract sealed class RoomRefused extends Refusal {

    private RoomRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    /** The way to the tickets leads through the waiting room. Its subtypes tell what is wrong with the place. */
    public abstract static sealed class MustWait extends RoomRefused {
        private final EventView event;

        private MustWait(String code, EventView event) {
            super(Kind.CONFLICT, code);
            this.event = event;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of(
                    "waitingRoom", WaitingRoom.path(event), "event", event.id().value());
        }
    }

    /** No place, or none of this room. */
    public static final class NoPlace extends MustWait {
        NoPlace(EventView event) {
            super("waiting_room", event);
        }
    }

    /** It is not this visitor's turn. */
    public static final class NotCalled extends MustWait {
        NotCalled(EventView event) {
            super("place_not_called", event);
        }
    }

    /** It was good for so many holds. */
    public static final class PlaceUsed extends MustWait {
        PlaceUsed(EventView event) {
            super("place_used", event);
        }
    }

    /** It was called, and not used in time. */
    public static final class PlaceExpired extends MustWait {
        PlaceExpired(EventView event) {
            super("place_expired", event);
        }
    }

    /** This room gives places to proven addresses only. */
    public static final class AddressNeeded extends RoomRefused {
        AddressNeeded() {
            super(Kind.FORBIDDEN, "place_needs_address");
        }
    }

    /** The mailed link is not (or no longer) good. */
    public static final class LinkNotGood extends RoomRefused {
        LinkNotGood() {
            super(Kind.CONFLICT, "place_link_not_good");
        }
    }

    /** This address was sent some links just now. */
    public static final class TooManyLinks extends RoomRefused {
        TooManyLinks() {
            super(Kind.TOO_MANY, "too_many_place_links");
        }
    }

    /** There is nothing to wait for. */
    public static final class RoomClosed extends RoomRefused {
        RoomClosed() {
            super(Kind.CONFLICT, "waiting_room_closed");
        }
    }
}
