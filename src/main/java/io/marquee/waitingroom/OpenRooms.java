package io.marquee.waitingroom;

import io.marquee.kernel.EventId;
import io.marquee.platform.tenancy.Acting;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The rooms that are not closed, in this node's memory, read anew at each beat: visitors who ask where they stand cost no query. */
@Component
class OpenRooms {
    private final RoomTable rooms;
    private final PlaceTable places;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private volatile Map<EventId, OpenRoom> known = Map.of();

    OpenRooms(RoomTable rooms, PlaceTable places, Acting acting, TransactionTemplate transaction) {
        this.rooms = rooms;
        this.places = places;
        this.acting = acting;
        this.transaction = transaction;
    }

    /** @return null where the event has no room that is open */
    @Nullable
    OpenRoom of(EventId event) {
        return known.get(event);
    }

    /** Events whose places are called. */
    List<EventId> admitting() {
        return known.values().stream()
                .map(OpenRoom::room)
                .filter(room -> room.state() == RoomState.ADMITTING)
                .map(Room::event)
                .toList();
    }

    /** People who have a place and are not called yet, in all rooms. */
    long waiting() {
        return known.values().stream().mapToLong(room -> room.room().waiting()).sum();
    }

    /** In its own transaction, as the platform: rooms of all organizations. */
    synchronized Map<EventId, OpenRoom> reload() {
        Map<EventId, OpenRoom> before = known;
        known = acting.asPlatform(() -> transaction.execute(status -> {
            Map<EventId, OpenRoom> now = new HashMap<>();
            for (Room room : rooms.open()) now.put(room.event(), after(before.get(room.event()), room));
            return Map.copyOf(now);
        }));
        return known;
    }

    private OpenRoom after(@Nullable OpenRoom earlier, Room room) {
        OpenRoom before = earlier != null && earlier.room().round() == room.round() ? earlier : null;
        NavigableMap<Long, Instant> calls = before == null ? new TreeMap<>() : before.calls();
        long called = before == null ? 0 : before.called();
        if (room.called() > called) {
            // readers hold the old map: it is never changed
            calls = new TreeMap<>(calls);
            calls.putAll(places.callsAfter(room, called));
        }
        return new OpenRoom(room, before, calls);
    }
}
