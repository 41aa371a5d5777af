package io.marquee.waitingroom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Beats once a second while the node runs. */
@Component
class RoomHeart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RoomHeart.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final RoomClock rooms;
    private final SoldOutRooms soldOut;
    private final Clock clock;
    private volatile @Nullable Thread thread;

    RoomHeart(RoomClock rooms, SoldOutRooms soldOut, Clock clock) {
        this.rooms = rooms;
        this.soldOut = soldOut;
        this.clock = clock;
    }

    @Override
    public void start() {
        // known before it runs: it stops as soon as it is not the one
        Thread next = Thread.ofPlatform().daemon().name("waiting-rooms").unstarted(this::run);
        thread = next;
        next.start();
    }

    private void run() {
        while (Thread.currentThread().equals(thread)) {
            try {
                rooms.beat();
                soldOut.look();
            } catch (RuntimeException e) {
                LOG.warn("waiting rooms stand still: {}", e.getMessage());
            }
            try {
                Thread.sleep(untilNextSecond(clock.instant()));
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** On the second, since that is when rooms open. */
    private static Duration untilNextSecond(Instant now) {
        return PERIOD.minusNanos(now.getNano());
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) running.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
