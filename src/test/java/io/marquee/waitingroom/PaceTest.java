package io.marquee.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pace beside a checkout that can do so many holds a second, in which people take their time. */
class PaceTest {
    private static final Instant OPENING = Instant.parse("2031-05-02T10:00:00Z");

    /** Those who are called take a minute or less to choose; three in ten do not come at all. */
    private static final class Checkout {
        private final Random chance = new Random(31);
        private final double[] coming = new double[4000];
        private double capacity;
        private double queue;
        private double done;
        private double worstWait;
        private Room room;

        Checkout(double capacity) {
            this.capacity = capacity;
            this.room = new Room(
                    EventId.next(),
                    OrganizationId.next(),
                    Ids.next(),
                    RoomSettings.DEFAULT,
                    RoomState.ADMITTING,
                    1,
                    10_000_000,
                    0L,
                    null,
                    OPENING,
                    0,
                    0,
                    Pace.START,
                    0,
                    0,
                    null,
                    null,
                    null);
        }

        /** @return holds a second */
        double run(int from, int seconds) {
            double before = done;
            worstWait = 0;
            for (int second = from; second < from + seconds; second++) {
                Instant now = OPENING.plusSeconds(second);
                long called = room.called();
                room = room.ticked(now);
                for (long i = called; i < room.called(); i++) {
                    if (chance.nextInt(10) >= 3) coming[second + 1 + chance.nextInt(60)]++;
                }
                queue += coming[second];
                double served = Math.min(queue, capacity);
                queue -= served;
                done += served;
                worstWait = Math.max(worstWait, queue / capacity);
                saw(served, queue / capacity > 0.5 ? now : null);
            }
            return (done - before) / seconds;
        }

        private void saw(double served, @Nullable Instant strained) {
            room = new Room(
                    room.event(),
                    room.organization(),
                    room.id(),
                    room.settings(),
                    room.state(),
                    room.round(),
                    room.issued(),
                    room.present(),
                    room.seed(),
                    room.openedAt(),
                    room.called(),
                    room.admitted() + Math.round(served),
                    room.pace(),
                    room.carry(),
                    room.counted(),
                    room.tickedAt(),
                    strained == null ? room.strainedAt() : strained,
                    room.cutAt());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 100, 1000})
    void it_finds_what_the_checkout_sustains(double capacity) {
        Checkout checkout = new Checkout(capacity);
        checkout.run(0, 600);
        double served = checkout.run(600, 600);
        System.out.printf(
                "pace: of %.0f holds/s %.0f %% are used, the longest wait in ten minutes is %.1f s%n",
                capacity, 100 * served / capacity, checkout.worstWait);
        assertThat(served / capacity).isBetween(0.6, 1.0);
    }

    @Test
    void it_follows_a_checkout_that_gets_slower_and_faster_again() {
        Checkout checkout = new Checkout(400);
        checkout.run(0, 900);
        checkout.capacity = 100;
        checkout.run(900, 300);
        double slower = checkout.run(1200, 600);
        checkout.capacity = 400;
        checkout.run(1800, 300);
        double faster = checkout.run(2100, 600);

        assertThat(slower / 100).isBetween(0.6, 1.0);
        assertThat(faster / 400).isBetween(0.6, 1.0);
    }

    @Test
    void it_does_not_run_away_where_nobody_comes() {
        Checkout checkout = new Checkout(400);
        for (int second = 0; second < 300; second++) checkout.room = checkout.room.ticked(OPENING.plusSeconds(second));
        assertThat(checkout.room.pace().rate()).isEqualTo(Pace.START.rate());
    }
}
