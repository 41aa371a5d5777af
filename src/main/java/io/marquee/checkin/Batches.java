package io.marquee.checkin;

import io.marquee.kernel.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Scans that come together. Each is decided by itself: one that is refused stops none of the others.
 */
public final class Batches {
    private Batches() {}

    /** The most scans in one batch. */
    public static final int MOST = 200;

    /** A clock that is further off than this is told nothing by: the scan counts as of when it came. */
    private static final Duration FURTHEST = Duration.ofDays(30);

    /**
     * When a scan was, by the server's clock.
     *
     * @param offset by which the device's clock is behind
     * @return never in the future
     */
    public static Instant setRight(Instant local, Duration offset, Instant now) {
        Instant at = local.plus(offset);
        return at.isAfter(now) || at.isBefore(now.minus(FURTHEST)) ? now : at;
    }

    /** @throws InvalidInput at {@code sentAt} */
    public static Duration offset(@Nullable Instant sentAt, Instant now) {
        if (sentAt == null) return Duration.ZERO;
        if (!isTime(sentAt)) throw InvalidInput.at("sentAt", "value");
        return Duration.between(sentAt, now);
    }

    /** Whether a clock may show it, however wrong. */
    public static boolean isTime(@Nullable Instant at) {
        return at == null || Math.abs(at.getEpochSecond()) <= 32_503_680_000L;
    }
}
