package io.marquee.stripe;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What happens by itself a while later: banks decide, refunds arrive or don't, disputes open. */
final class Later implements AutoCloseable {
    private final World world;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fake-stripe-later").factory());
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private @Nullable Duration after = Duration.ofMillis(400);

    Later(World world) {
        this.world = world;
    }

    /** @param wanted null for: only when {@link #happen} is called */
    void after(@Nullable Duration wanted) {
        synchronized (world) {
            after = wanted;
        }
    }

    void happens(Runnable happening) {
        Duration delay = after;
        if (delay == null) {
            waiting.add(happening);
        } else {
            run(happening, delay);
        }
    }

    /** All that waits happens now. */
    void happen() {
        synchronized (world) {
            for (int left = waiting.size(); left > 0; left--) waiting.remove().run();
        }
    }

    /** Again and again. */
    void every(Duration pause, Runnable happening) {
        clockwork.scheduleWithFixedDelay(locked(happening), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run(Runnable happening, Duration delay) {
        if (!clockwork.isShutdown()) clockwork.schedule(locked(happening), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Runnable locked(Runnable happening) {
        return () -> {
            synchronized (world) {
                happening.run();
            }
        };
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
