package io.marquee.notification;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.marquee.platform.config.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How fast this node may hand mail to the server: providers refuse whoever is faster than agreed. */
@Component
class MailPace {
    private final @Nullable Bucket bucket;

    MailPace(Settings settings, Clock clock) {
        int perSecond = settings.mailing().perSecond();
        this.bucket = perSecond == 0
                ? null
                : Bucket.builder()
                        .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .withCustomTimePrecision(new Ticks(clock))
                        .build();
    }

    /** Takes a turn. @return how long to wait for one; zero where this is it */
    Duration turn() {
        return bucket == null
                ? Duration.ZERO
                : Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
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
