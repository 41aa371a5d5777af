package io.marquee.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketView;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class LiveDoorTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    CheckIns checkIns;

    @Autowired
    LiveDoor live;

    @Autowired
    Acting acting;

    @Test
    void it_tells_who_is_in_how_fast_they_come_where_they_queue_and_how_long_it_takes() {
        EventView event = fixture.event();
        List<TicketView> tickets = Stream.generate(() -> door.tickets(event, 10))
                .limit(4)
                .flatMap(List::stream)
                .toList();
        Instant now = Instant.now();
        for (int i = 0; i < 20; i++) {
            scan(event, "Main gate", tickets.get(i), Direction.IN, now.minusSeconds(200 - 8 * i));
        }
        scan(event, "Side gate", tickets.get(20), Direction.IN, now.minus(Duration.ofMinutes(40)));
        scan(event, "Side gate", tickets.get(20), Direction.OUT, now.minus(Duration.ofMinutes(5)));

        LiveView view = acting.as(EventFixture.person(event.id(), EventRole.STAFF), () -> live.of(event.slug()));

        assertThat(view.in()).isEqualTo(21);
        assertThat(view.present()).isEqualTo(20);
        assertThat(view.perMinute()).isCloseTo(2.0, within(0.01));
        assertThat(view.minutesLeft())
                .as("19 are expected, two come each minute")
                .isEqualTo(10);
        assertThat(view.minutes()).hasSize(60);
        assertThat(view.minutes().stream().mapToInt(LiveView.Minute::in).sum()).isEqualTo(21);
        assertThat(view.gates())
                .extracting(
                        LiveView.Gate::name,
                        LiveView.Gate::in,
                        LiveView.Gate::out,
                        LiveView.Gate::perMinute,
                        LiveView.Gate::queue)
                .containsExactly(tuple("Main gate", 20, 0, 2.0, true), tuple("Side gate", 1, 1, 0.0, false));
        assertThat(view.gates().getLast().minutes())
                .as("minute by minute at a gate: one came, and left again")
                .containsExactly(
                        new LiveView.Minute(minuteOf(now.minus(Duration.ofMinutes(40))), 1, 0),
                        new LiveView.Minute(minuteOf(now.minus(Duration.ofMinutes(5))), 0, 1));
        assertThat(view.minutesAt(view.gates().getLast()))
                .hasSize(60)
                .containsSubsequence(view.gates().getLast().minutes());
        assertThat(view.minutes().stream().mapToInt(LiveView.Minute::out).sum()).isEqualTo(1);
    }

    private static Instant minuteOf(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    private void scan(EventView event, String gate, TicketView ticket, Direction direction, Instant at) {
        Scan scan = new Scan(ticket.qr(), gate, "Phone", false, UUID.randomUUID(), direction, null);
        acting.as(
                EventFixture.person(event.id(), EventRole.STAFF),
                () -> checkIns.accept(event.slug(), new OfflineScan(scan, at, at, Verdict.ADMITTED, null)));
    }
}
