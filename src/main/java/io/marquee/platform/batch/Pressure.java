package io.marquee.platform.batch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Whether people queue for the same thing just now: work that nobody waits for lets them go first. */
public final class Pressure {
    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final Duration LONGEST_REST = Duration.ofMillis(500);
    private static final AtomicLong LAST = new AtomicLong(System.nanoTime() - REMEMBERED.toNanos());

    private Pressure() {}

    /** Told by whoever serves those who queue. */
    public static void felt() {
        LAST.lazySet(System.nanoTime());
    }

    public static boolean high() {
        return System.nanoTime() - LAST.get() < REMEMBERED.toNanos();
    }

    /** Lets others work for so long. */
    public static void rest(long nanos) {
        LockSupport.parkNanos(Math.min(nanos, LONGEST_REST.toNanos()));
    }
}
