package io.marquee.identity;

import java.time.Duration;

/** Lets an answer take a fixed time at least, so that its speed does not tell what the words hide. */
final class EvenPace {
    private static final Duration LEAST = Duration.ofMillis(200);

    private EvenPace() {}

    static void run(Runnable work) {
        long end = System.nanoTime() + LEAST.toNanos();
        try {
            work.run();
        } finally {
            sleepUntil(end);
        }
    }

    private static void sleepUntil(long end) {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
