package io.marquee.waitingroom;

import io.marquee.kernel.EventId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.waitingroom.CheckoutLoad.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens to open rooms with time, on each node once a second: what it saw of the checkout is told to the room's row, and the
 * first who comes in a second calls the next places. So the pace is one for all nodes, and none of them is needed.
 */
@Component
class RoomClock {
    private static final Duration BETWEEN_TICKS = Duration.ofMillis(900);
    private static final int STRAINED_FOR = 8;
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final OpenRooms open;
    private final RoomTable rooms;
    private final PlaceTable places;
    private final RoomMoves moves;
    private final CheckoutLoad load;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<EventId, Integer> strained = new HashMap<>();

    RoomClock(
            OpenRooms open,
            RoomTable rooms,
            PlaceTable places,
            RoomMoves moves,
            CheckoutLoad load,
            Acting acting,
            TransactionTemplate transaction,
            Clock clock) {
        this.open = open;
        this.rooms = rooms;
        this.places = places;
        this.moves = moves;
        this.load = load;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One beat. Rooms of all organizations: it acts as the platform. */
    synchronized void beat() {
        Instant now = clock.instant();
        Map<EventId, Reading> readings = load.read();
        boolean slow = readings.values().stream().anyMatch(Reading::strained);
        acting.asPlatform(() -> {
            open.reload().values().forEach(room -> advance(room.room(), readings, slow, now));
            comeOn(readings, now);
        });
        open.reload();
    }

    private void advance(Room room, Map<EventId, Reading> readings, boolean slow, Instant now) {
        if (room.due(now)) {
            moves.open(room, now);
        } else if (room.idle(now)) {
            moves.close(room, "nobody waits any more");
            return;
        }
        Reading reading = readings.get(room.event());
        transaction.executeWithoutResult(
                status -> tick(room.event(), reading == null ? 0 : reading.admitted(), slow, now));
    }

    private void tick(EventId event, long admitted, boolean slow, Instant now) {
        Room room = rooms.saw(event, admitted, slow, now);
        if (room == null
                || room.tickedAt() != null && now.isBefore(room.tickedAt().plus(BETWEEN_TICKS))) return;
        Room after = room.ticked(now);
        rooms.tick(after);
        if (after.called() > room.called()) places.called(after, now);
        places.forget(
                after,
                now.minus(Duration.ofMinutes(after.settings().useMinutes()).plus(MARGIN)));
    }

    /** An event whose holds were slow for some seconds in a row gets its room, unless its team wants none. */
    private void comeOn(Map<EventId, Reading> readings, Instant now) {
        strained.keySet().removeIf(event -> !readings.containsKey(event));
        readings.forEach((event, reading) -> {
            int seconds = reading.strained() ? strained.merge(event, 1, Integer::sum) : 0;
            if (seconds == 0) {
                strained.remove(event);
            } else if (seconds == STRAINED_FOR && open.of(event) == null) {
                moves.comeOn(event, reading.organization(), now);
            }
        });
    }
}
