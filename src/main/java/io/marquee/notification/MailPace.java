package io.marquee.notification;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How fast this node may hand mail to the server: providers refuse whoever is faster than agreed. Each mail gets a turn of its own and
 * comes back then, so that thousands that wait ask twice and not all the time. What people can do without is let in at half of the
 * pace: tickets do not wait behind a message to everybody. Whoever waits before a screen does not wait at all; those after them do.
 */
@Component
class MailPace {
    private static final Wait GO = new Wait(Duration.ZERO, Turn.GIVEN);

    private final @Nullable Bucket all;
    private final @Nullable Bucket optional;

    MailPace(Settings settings, Clock clock) {
        int perSecond = settings.mailing().perSecond();
        this.all = bucket(perSecond, Duration.ofSeconds(1), perSecond, clock);
        this.optional = bucket(Math.max(1, perSecond / 2), Duration.ofSeconds(2), perSecond, clock);
    }

    private static @Nullable Bucket bucket(int capacity, Duration period, int inPeriod, Clock clock) {
        return inPeriod == 0
                ? null
                : Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(inPeriod, period))
                        .withCustomTimePrecision(new Ticks(clock))
                        .build();
    }

    /** How far a mail has come. */
    enum Turn {
        NONE,
        /** Among those that cannot be done without. */
        ADMITTED,
        GIVEN
    }

    /** @param time until it comes back; zero where it goes now @param turn with which it does */
    record Wait(Duration time, Turn turn) {
        static final Wait OVER = new Wait(Duration.ZERO, Turn.NONE);
    }

    Wait next(StoredMail mail, Turn turn) {
        if (all == null || optional == null || turn == Turn.GIVEN) return GO;
        if (turn == Turn.NONE && mail.canBeEnded()) {
            long wait = optional.consumeIgnoringRateLimits(1);
            if (wait > 0) return new Wait(Duration.ofNanos(wait), Turn.ADMITTED);
        }
        long wait = all.consumeIgnoringRateLimits(1);
        boolean atOnce = mail.topic() == Topic.ACCOUNT && !mail.canBeEnded();
        return wait > 0 && !atOnce ? new Wait(Duration.ofNanos(wait), Turn.GIVEN) : GO;
    }

    private record Ticks(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
