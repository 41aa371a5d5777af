package io.marquee.waitingroom;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code waitingroom.rooms}.
 *
 * @param opensAt as it is set; the settings have it too
 * @param round 0 for one that was never open
 * @param issued numbers given out
 * @param present those below it were there at the opening; null until then
 * @param seed of the draw; null where nobody was drawn
 * @param called places called
 * @param admitted holds that were taken with a place
 * @param cutAt when it last slowed down
 * @param counted of {@code admitted}, at the last tick
 */
record Room(
        EventId event,
        OrganizationId organization,
        UUID id,
        RoomSettings settings,
        RoomState state,
        int round,
        long issued,
        @Nullable Long present,
        byte @Nullable [] seed,
        @Nullable Instant openedAt,
        long called,
        long admitted,
        Pace pace,
        double carry,
        long counted,
        @Nullable Instant tickedAt,
        @Nullable Instant strainedAt,
        @Nullable Instant cutAt) {
    private static final Duration STRAIN_LASTS = Duration.ofMillis(1500);
    private static final Duration QUIET = Duration.ofMinutes(2);
    private static final double MOST_SECONDS = 5;
    private static final double LEAST_SHARE = 0.2;
    private static final double LEAST_HEADROOM = 1.05;
    private static final double MOST_HEADROOM = 2;
    private static final double HEADROOM_A_MINUTE = 0.1;

    boolean due(Instant now) {
        return state == RoomState.GATHERING && settings.opensAt() != null && !now.isBefore(settings.opensAt());
    }

    long waiting() {
        return issued - called;
    }

    /** How it is after the time since the last tick, whoever ticked then. */
    Room ticked(Instant now) {
        double seconds = tickedAt == null
                ? 1
                : Math.min(MOST_SECONDS, Duration.between(tickedAt, now).toMillis() / 1000.0);
        Pace flowing = pace.flowing(admitted - counted, seconds);
        boolean strained = within(strainedAt, STRAIN_LASTS, now);
        Pace next = strained ? flowing.strained(share()) : flowing.easy(share(), headroom(now));
        double due = carry + next.rate() * seconds;
        long more = Math.min(waiting(), (long) due);
        // what nobody waited for is not saved up: it would all come at once later
        double rest = more == waiting() ? 0 : due - more;
        return new Room(
                event,
                organization,
                id,
                settings,
                state,
                round,
                issued,
                present,
                seed,
                openedAt,
                called + more,
                admitted,
                next,
                rest,
                admitted,
                now,
                strainedAt,
                strained ? now : cutAt);
    }

    /** Of those called, who come; as far as that can be told yet. */
    private double share() {
        return called == 0 ? 1 : Math.clamp((double) admitted / called, LEAST_SHARE, settings.holdsEach());
    }

    /** Little after a strain, more the longer it is ago. */
    private double headroom(Instant now) {
        if (cutAt == null) return MOST_HEADROOM;
        double minutes = Duration.between(cutAt, now).toMillis() / 60_000.0;
        return Math.min(MOST_HEADROOM, LEAST_HEADROOM + HEADROOM_A_MINUTE * minutes);
    }

    /** Whether one that came on by itself has nothing left to do. */
    boolean idle(Instant now) {
        return settings.mode() == RoomMode.AUTO
                && state == RoomState.ADMITTING
                && waiting() == 0
                && !within(openedAt, QUIET, now)
                && !within(strainedAt, QUIET, now);
    }

    private static boolean within(@Nullable Instant at, Duration length, Instant now) {
        return at != null && now.isBefore(at.plus(length));
    }
}
