package io.marquee.waitingroom;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/**
 * How holds fare on this node. The checkout is strained where more than a tenth of the holds of a second took longer than half
 * a second, or where so many are under way that each would take seconds: everything that buyers do goes through the same
 * database, so a slow one shows here first.
 */
@Component
class CheckoutLoad {
    static final Duration SLOW = Duration.ofMillis(500);
    private static final int FEWEST = 10;
    private static final int MOST_SECONDS_UNDER_WAY = 10;

    private final Map<EventId, Meter> meters = new ConcurrentHashMap<>();

    /**
     * What one event's holds did since the last reading.
     *
     * @param done ended, well or not
     * @param admitted taken with a place in a waiting room
     */
    record Reading(OrganizationId organization, long done, long slow, long underWay, long admitted) {
        boolean strained() {
            return done + underWay >= FEWEST && (slow * 10 > done || underWay > MOST_SECONDS_UNDER_WAY * (done + 1));
        }
    }

    private static final class Meter {
        private final OrganizationId organization;
        private final LongAdder done = new LongAdder();
        private final LongAdder slow = new LongAdder();
        private final LongAdder underWay = new LongAdder();
        private final LongAdder admitted = new LongAdder();

        Meter(OrganizationId organization) {
            this.organization = organization;
        }
    }

    void began(EventView event) {
        meter(event).underWay.increment();
    }

    /** @param nanos how long it took; the longest there is where it failed for want of strength */
    void ended(EventView event, long nanos) {
        Meter meter = meter(event);
        meter.underWay.decrement();
        meter.done.increment();
        if (nanos > SLOW.toNanos()) meter.slow.increment();
    }

    void admitted(EventView event) {
        meter(event).admitted.increment();
    }

    /** Since the last reading; events without holds are left out. */
    Map<EventId, Reading> read() {
        Map<EventId, Reading> readings = new HashMap<>();
        meters.forEach((event, meter) -> {
            Reading reading = new Reading(
                    meter.organization,
                    meter.done.sumThenReset(),
                    meter.slow.sumThenReset(),
                    meter.underWay.sum(),
                    meter.admitted.sumThenReset());
            if (reading.done() + reading.underWay() > 0) readings.put(event, reading);
        });
        return readings;
    }

    private Meter meter(EventView event) {
        return meters.computeIfAbsent(event.id(), id -> new Meter(event.organization()));
    }
}
