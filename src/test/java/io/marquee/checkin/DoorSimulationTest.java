package io.marquee.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.DeviceFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Twelve gates whose network comes and goes, with duplicates and screenshots: afterwards each ticket was let in once, or stands among
 * the conflicts, and no scan is lost.
 */
@MarqueeTest
class DoorSimulationTest {
    private static final int GATES = 12;

    /** Of scans at each gate: a rush is waited for two minutes, and the machine may be slow. */
    private static final int STRETCH = 200;

    @Autowired
    TicketFixture fixture;

    @Autowired
    DeviceFixture devices;

    @Autowired
    CheckIns checkIns;

    @Autowired
    Conflicts conflicts;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Test
    void sixty_tickets() throws Exception {
        simulate(20_261_121, 60);
    }

    @Test
    @Tag("long")
    void ten_thousand_tickets() throws Exception {
        for (int seed = 0; seed < 5; seed++) simulate(seed, 10_000);
    }

    /** What a gate told somebody. */
    private record Told(UUID nonce, TicketView ticket, Verdict verdict) {}

    /** A device with its own memory: what it scanned, and what it has not handed in yet. */
    private final class Gate {
        final DeviceFixture.Phone phone;
        final Random random;
        final Set<UUID> seen = new HashSet<>();
        final List<OfflineScan> queue = new ArrayList<>();
        final List<Told> told = new ArrayList<>();
        boolean online = true;

        Gate(EventView event, int number, long seed) {
            phone = devices.phone(event, "Gate " + number, "Gate " + number);
            random = new Random(seed * 31 + number);
        }

        void scan(EventView event, TicketView ticket) {
            if (random.nextInt(6) == 0) online = !online;
            Scan scan = new Scan(ticket.qr(), phone.view().name(), "", false, UUID.randomUUID(), Direction.IN, null);
            boolean answered = online && random.nextInt(10) > 0;
            // the request may arrive although its answer does not
            Verdict server = online && (answered || random.nextBoolean()) ? ask(event, scan) : null;
            if (answered && server != null) {
                remember(ticket, scan, server);
            } else {
                Verdict alone = seen.contains(ticket.id().value()) ? Verdict.ALREADY_IN : Verdict.ADMITTED;
                remember(ticket, scan, alone);
                queue.add(new OfflineScan(scan, Instant.now(), Instant.now(), alone, null));
            }
            if (online && random.nextInt(4) == 0) handIn(event);
        }

        private Verdict ask(EventView event, Scan scan) {
            return acting.as(phone.actor(), () -> checkIns.scan(event.slug(), scan))
                    .verdict();
        }

        private void remember(TicketView ticket, Scan scan, Verdict verdict) {
            seen.add(ticket.id().value());
            UUID nonce = Objects.requireNonNull(scan.nonce());
            told.add(new Told(nonce, ticket, verdict));
        }

        /** Some are handed in twice, since the answer got lost. */
        void handIn(EventView event) {
            for (OfflineScan scan : List.copyOf(queue)) {
                acting.as(phone.actor(), () -> checkIns.accept(event.slug(), scan));
                if (random.nextInt(5) > 0) queue.remove(scan);
            }
        }

        void empty(EventView event) {
            queue.forEach(scan -> acting.as(phone.actor(), () -> checkIns.accept(event.slug(), scan)));
            queue.clear();
        }
    }

    private void simulate(long seed, int count) throws Exception {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, count);
        List<TicketView> tickets = new ArrayList<>();
        while (tickets.size() < count) {
            tickets.addAll(fixture.sell(
                    fixture.hold(event, type, Math.min(10, count - tickets.size())), "ada@example.org"));
        }
        List<Gate> gates = new ArrayList<>();
        for (int i = 0; i < GATES; i++) gates.add(new Gate(event, i, seed));

        Random random = new Random(seed);
        List<List<TicketView>> comings = new ArrayList<>();
        for (int i = 0; i < GATES; i++) comings.add(new ArrayList<>());
        for (TicketView ticket : tickets) {
            int times = random.nextInt(3) == 0 ? 2 + random.nextInt(3) : 1;
            for (int i = 0; i < times; i++) comings.get(random.nextInt(GATES)).add(ticket);
        }
        comings.forEach(coming -> Collections.shuffle(coming, random));
        int most = comings.stream().mapToInt(List::size).max().orElseThrow();
        for (int from = 0; from < most; from += STRETCH) {
            int begin = from;
            List<Object> outcomes = Rush.of(GATES, i -> () -> {
                comings.get(i).stream()
                        .skip(begin)
                        .limit(STRETCH)
                        .forEach(ticket -> gates.get(i).scan(event, ticket));
                return "done";
            });
            assertThat(outcomes).containsOnly("done");
        }
        gates.forEach(gate -> gate.empty(event));

        check(event, tickets, gates.stream().flatMap(gate -> gate.told.stream()).toList());
    }

    private void check(EventView event, List<TicketView> tickets, List<Told> told) {
        Map<UUID, Row> rows = rows(event);
        Set<UUID> raised = conflictingScans(event);
        assertThat(rows.keySet())
                .as("nothing is lost, nothing is there twice")
                .containsExactlyInAnyOrderElementsOf(
                        told.stream().map(Told::nonce).toList());
        Map<UUID, Long> admissions = rows.values().stream()
                .filter(row -> row.verdict() == Verdict.ADMITTED)
                .collect(Collectors.groupingBy(Row::ticket, Collectors.counting()));
        assertThat(admissions.values()).as("one admission for each ticket").containsOnly(1L);
        assertThat(admissions).hasSize(tickets.size());
        List<Told> disagreed = told.stream()
                .filter(one ->
                        (one.verdict() == Verdict.ADMITTED) != (row(rows, one).verdict() == Verdict.ADMITTED))
                .toList();
        assertThat(raised)
                .as("whoever was told otherwise is a conflict, and nobody else")
                .containsExactlyInAnyOrderElementsOf(
                        disagreed.stream().map(one -> row(rows, one).id()).toList());
        assertThat(disagreed)
                .as("the network was bad enough for this to mean something")
                .isNotEmpty();
    }

    private static Row row(Map<UUID, Row> rows, Told told) {
        return Objects.requireNonNull(rows.get(told.nonce()));
    }

    private record Row(UUID nonce, UUID id, UUID ticket, Verdict verdict) {}

    private Map<UUID, Row> rows(EventView event) {
        return fixture.inside(
                event.organization(),
                () -> jdbc
                        .sql(
                                "select nonce, id, ticket_id, upper(verdict) verdict from checkin.check_ins where event_id = ?")
                        .param(event.id().value())
                        .query((row, n) -> new Row(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                Verdict.valueOf(row.getString(4))))
                        .stream()
                        .collect(Collectors.toMap(Row::nonce, Function.identity())));
    }

    /** As the organizer reads them, page by page. */
    private Set<UUID> conflictingScans(EventView event) {
        Set<UUID> scans = new HashSet<>();
        @Nullable String cursor = null;
        do {
            String here = cursor;
            var page = acting.as(
                    EventFixture.owner(event.organization()), () -> conflicts.ofEvent(event.slug(), here, 100));
            page.items()
                    .forEach(conflict -> scans.add(conflict.scans().getFirst().id()));
            cursor = page.next();
        } while (cursor != null);
        return scans;
    }
}
