package io.marquee.waitingroom;

import io.marquee.kernel.EventId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.waitingroom.RoomRefused.RoomClosed;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Gives out numbers in the order of arrival. Those who come while the database is asked for others wait for the next question, and
 * are asked for together: a crowd costs some statements a second, and leaves no gap.
 */
@Component
class Numbers {
    private static final int ATTEMPTS = 3;

    private final PlaceTable places;
    private final RoomMoves moves;
    private final OpenRooms open;
    private final Acting acting;
    private final Clock clock;
    private final Map<EventId, Line> lines = new ConcurrentHashMap<>();

    Numbers(PlaceTable places, RoomMoves moves, OpenRooms open, Acting acting, Clock clock) {
        this.places = places;
        this.moves = moves;
        this.open = open;
        this.acting = acting;
        this.clock = clock;
    }

    /** A number of its own. */
    record Number(int round, long number) {}

    private static final class Line {
        private final ReentrantLock asking = new ReentrantLock(true);
        private List<CompletableFuture<Number>> waiting = new ArrayList<>();

        synchronized void join(CompletableFuture<Number> number) {
            waiting.add(number);
        }

        synchronized List<CompletableFuture<Number>> all() {
            List<CompletableFuture<Number>> all = waiting;
            waiting = new ArrayList<>();
            return all;
        }
    }

    /** @throws RoomClosed */
    Number next(Room room) {
        Line line = lines.computeIfAbsent(room.event(), event -> new Line());
        CompletableFuture<Number> mine = new CompletableFuture<>();
        line.join(mine);
        line.asking.lock();
        try {
            if (!mine.isDone()) ask(room, line.all());
        } finally {
            line.asking.unlock();
        }
        return told(mine);
    }

    private void ask(Room room, List<CompletableFuture<Number>> waiting) {
        try {
            PlaceTable.Numbers numbers = numbers(room, waiting.size());
            for (int i = 0; i < waiting.size(); i++) {
                waiting.get(i).complete(new Number(numbers.round(), numbers.first() + i));
            }
        } catch (RuntimeException e) {
            waiting.forEach(number -> number.completeExceptionally(e));
        }
    }

    private PlaceTable.Numbers numbers(Room room, int count) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant now = clock.instant();
            PlaceTable.Numbers numbers = places.arrive(room.event(), room.organization(), count, now);
            if (numbers != null) return numbers;
            // closed, or to be opened first: whoever comes at the very moment makes the draw, and is late
            acting.asSystem(room.organization(), () -> moves.open(room, now));
        }
        open.reload();
        throw new RoomClosed();
    }

    private static Number told(CompletableFuture<Number> number) {
        try {
            return number.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
