package io.marquee.waitingroom;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** A room that is not closed, as this node knows it: enough to tell every visitor where they stand. */
final class OpenRoom {
    private static final Duration LOOKS_BACK = Duration.ofSeconds(30);

    private final Room room;
    private final @Nullable Draw draw;
    private final NavigableMap<Long, Instant> calls;

    /**
     * @param before as it was in the same round, if it was known
     * @param calls up to which place was called when
     */
    OpenRoom(Room room, @Nullable OpenRoom before, NavigableMap<Long, Instant> calls) {
        this.room = room;
        this.calls = calls;
        if (before != null && before.draw != null) {
            this.draw = before.draw;
        } else if (room.seed() != null && room.present() != null && room.present() > 0) {
            this.draw = new Draw(room.seed(), room.present());
        } else {
            this.draw = null;
        }
    }

    Room room() {
        return room;
    }

    NavigableMap<Long, Instant> calls() {
        return calls;
    }

    /** How many, as far as it is known when. */
    long called() {
        return calls.isEmpty() ? 0 : calls.lastKey();
    }

    /** Whether this place counts here, used or not. */
    boolean knows(Pass pass) {
        return pass.event().equals(room.event())
                && pass.round() == room.round()
                && (pass.verified() || !room.settings().verified());
    }

    /** Where a visitor stands, as far as the clock tells; whether the place was used is not known here. */
    Place placeOf(@Nullable Pass pass, Instant now) {
        if (pass == null || !knows(pass)) return Place.none(room.state());
        Instant opensAt = room.settings().opensAt();
        if (room.state() == RoomState.GATHERING && opensAt != null) return Place.gathering(pass.number(), opensAt, now);
        long position = position(pass.number());
        // called counts only with its row, which says since when
        Map.Entry<Long, Instant> call = calls.higherEntry(position);
        if (call == null) {
            long ahead = Math.max(0, position - room.called());
            return Place.waiting(pass.number(), position, ahead, (long) Math.ceil((ahead + 1) / rate(now)));
        }
        Instant until = call.getValue().plus(Duration.ofMinutes(room.settings().useMinutes()));
        return now.isBefore(until)
                ? Place.called(pass.number(), position, until)
                : Place.expired(pass.number(), position);
    }

    /** From 0, in the order of calling. */
    long position(long number) {
        return draw != null && room.present() != null && number < room.present() ? draw.placeOf(number) : number;
    }

    /** Places a second: what was called lately, or where that says nothing yet, what is about to be. */
    private double rate(Instant now) {
        Map.Entry<Long, Instant> last = calls.lastEntry();
        Map.Entry<Long, Instant> first = calls.firstEntry();
        if (last == null || first == null) return Math.max(1, room.pace().rate());
        Instant since = now.minus(LOOKS_BACK);
        for (Map.Entry<Long, Instant> call : calls.descendingMap().entrySet()) {
            first = call;
            if (call.getValue().isBefore(since)) break;
        }
        double seconds = Duration.between(first.getValue(), last.getValue()).toMillis() / 1000.0;
        double lately = seconds < 2 ? 0 : (last.getKey() - first.getKey()) / seconds;
        return Math.max(0.2, Math.max(lately, room.pace().rate()));
    }
}
