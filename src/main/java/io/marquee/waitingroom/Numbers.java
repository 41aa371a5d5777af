package io.marquee.waitingroom;

import io.marquee.kernel.EventId;
import io.marquee.platform.batch.Combiner;
import io.marquee.platform.tenancy.Acting;
import io.marquee.waitingroom.RoomRefused.RoomClosed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/** Gives out numbers in the order of arrival, to many at once: a crowd costs some statements a second, and leaves no gap. */
@Component
class Numbers {
    private static final int MOST_AT_ONCE = 1000;
    private static final int ATTEMPTS = 3;

    private final PlaceTable places;
    private final RoomMoves moves;
    private final Acting acting;
    private final Clock clock;
    private final Combiner<EventId, Room, Number> arriving = new Combiner<>(MOST_AT_ONCE, this::arrive);

    Numbers(PlaceTable places, RoomMoves moves, Acting acting, Clock clock) {
        this.places = places;
        this.moves = moves;
        this.acting = acting;
        this.clock = clock;
    }

    /** A number of its own. */
    record Number(int round, long number) {}

    /** @throws RoomClosed */
    Number next(Room room) {
        return arriving.ask(room.event(), room);
    }

    private List<Number> arrive(List<Room> together) {
        Room room = together.getFirst();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant now = clock.instant();
            PlaceTable.Numbers numbers = places.arrive(room.event(), room.organization(), together.size(), now);
            if (numbers != null) {
                return LongStream.range(numbers.first(), numbers.first() + together.size())
                        .mapToObj(number -> new Number(numbers.round(), number))
                        .toList();
            }
            // closed, or to be opened first: whoever comes at the very moment makes the draw, and is late
            acting.asSystem(room.organization(), () -> moves.open(room, now));
        }
        throw new RoomClosed();
    }
}
