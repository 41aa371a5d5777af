package io.marquee.waitingroom;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a visitor stands.
 *
 * @param number in the order of arrival, from 0; -1 for nobody's
 * @param position in the order of calling, from 0; -1 before the draw
 * @param ahead how many are called before
 * @param seconds until it is called, as far as can be told: to the opening, or by what the checkout took lately
 * @param until when it must be used; null unless called
 * @param pollSeconds when it is worth asking again
 */
public record Place(
        Stage stage,
        long number,
        long position,
        long ahead,
        long seconds,
        @Nullable Instant until,
        int pollSeconds) {

    /** What a place is good for. */
    public enum Stage {
        /** There is no room now: everybody goes on to the tickets. */
        OPEN,
        /** The visitor has no place here. */
        NONE,
        /** Present before the opening. */
        GATHERING,
        WAITING,
        /** May go on. */
        CALLED,
        USED,
        EXPIRED
    }

    private static final int RARELY = 20;
    private static final int OFTEN = 3;
    private static final int SPREAD = 6;

    static Place open() {
        return new Place(Stage.OPEN, -1, -1, 0, 0, null, RARELY);
    }

    /** Whether a (new) place may be taken now. */
    public boolean mayBeTaken() {
        return stage == Stage.NONE || stage == Stage.USED || stage == Stage.EXPIRED;
    }

    /** @param state of the room, which tells apart whether one may go on without a place */
    static Place none(RoomState state) {
        return state == RoomState.CLOSED ? open() : new Place(Stage.NONE, -1, -1, 0, 0, null, RARELY);
    }

    static Place gathering(long number, Instant opensAt, Instant now) {
        long left = Math.max(0, Duration.between(now, opensAt).toSeconds());
        // spread over some seconds behind the opening: nobody gains by asking first
        int poll = left < RARELY ? (int) left + 1 + (int) (number % SPREAD) : RARELY;
        return new Place(Stage.GATHERING, number, -1, 0, left, null, poll);
    }

    static Place waiting(long number, long position, long ahead, long seconds) {
        return new Place(Stage.WAITING, number, position, ahead, seconds, null, Math.clamp(seconds / 4, OFTEN, RARELY));
    }

    static Place called(long number, long position, Instant until) {
        return new Place(Stage.CALLED, number, position, 0, 0, until, RARELY);
    }

    static Place expired(long number, long position) {
        return new Place(Stage.EXPIRED, number, position, 0, 0, null, RARELY);
    }

    Place used() {
        return new Place(Stage.USED, number, position, 0, 0, null, RARELY);
    }
}
