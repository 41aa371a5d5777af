package io.marquee.checkin;

import io.marquee.checkin.device.DeviceView;
import io.marquee.checkin.device.Enrolments;
import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Scans of one event without lists that are decided together, in one transaction and with one statement for each step. In rounds: a ticket
 * that is scanned twice, or that somebody else was faster with, is decided in the next one, by what stands then.
 */
@Component
class ScanBatch {
    private final DoorEvents events;
    private final Enrolments enrolments;
    private final TicketReads reads;
    private final Tickets tickets;
    private final Deciding deciding;
    private final ScanBook book;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ScanBatch(
            DoorEvents events,
            Enrolments enrolments,
            TicketReads reads,
            Tickets tickets,
            Deciding deciding,
            ScanBook book,
            Acting acting,
            TransactionTemplate transaction,
            Clock clock) {
        this.events = events;
        this.enrolments = enrolments;
        this.reads = reads;
        this.tickets = tickets;
        this.deciding = deciding;
        this.book = book;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A scan whose code was read. @param by whoever scans */
    record Asked(EventView event, Scan scan, CodeReader.Said said, Actor by) {
        @Nullable
        UUID device() {
            return by instanceof Actor.Device device ? device.device() : null;
        }

        /** Each is one of its own, also where two say the same. */
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        /** What of it can be decided but once in a round. */
        List<Object> uses() {
            List<Object> uses = new ArrayList<>(2);
            if (said.ticket() != null) uses.add(said.ticket());
            if (scan.nonce() != null) uses.add(scan.nonce());
            return uses;
        }
    }

    /** @return what each is told, in their order */
    List<ScanResult> serve(List<Asked> batch) {
        Asked first = batch.getFirst();
        // the history names each one's own actor; what follows from an admission is the system's, unless one scans
        // alone
        Actor actor = new Actor.System(first.event().organization(), batch.size() == 1 ? first.by() : null);
        return acting.as(
                actor, () -> transaction.execute(status -> decided(first.event().id(), batch)));
    }

    private List<ScanResult> decided(EventId id, List<Asked> batch) {
        EventView event = events.now(id);
        Instant now = clock.instant();
        Map<UUID, DeviceView> devices = enrolments.of(
                id, batch.stream().map(Asked::device).filter(Objects::nonNull).toList());
        Map<Asked, ScanResult> results = new HashMap<>();
        List<Asked> open = batch;
        while (!open.isEmpty()) {
            Round round = new Round(event, devices, now);
            List<Asked> later = new ArrayList<>();
            for (Asked asked : open) if (!round.takes(asked)) later.add(asked);
            later.addAll(round.decide(results));
            open = later;
        }
        return batch.stream()
                .map(asked -> Objects.requireNonNull(results.get(asked)))
                .toList();
    }

    /** Each ticket once, and each nonce. */
    private final class Round {
        private final EventView event;
        private final Map<UUID, DeviceView> devices;
        private final Instant now;
        private final Set<Object> used = new HashSet<>();
        private final List<Asked> mine = new ArrayList<>();

        Round(EventView event, Map<UUID, DeviceView> devices, Instant now) {
            this.event = event;
            this.devices = devices;
            this.now = now;
        }

        boolean takes(Asked asked) {
            List<Object> uses = asked.uses();
            if (uses.stream().anyMatch(used::contains)) return false;
            used.addAll(uses);
            return mine.add(asked);
        }

        /** @return those that somebody else was faster with, and committed: another gate, a refund, a new holder */
        List<Asked> decide(Map<Asked, ScanResult> results) {
            Map<UUID, ScanBook.Written> written = book.find(
                    event,
                    mine.stream()
                            .map(asked -> asked.scan().nonce())
                            .filter(Objects::nonNull)
                            .toList());
            Map<TicketId, TicketView> known = reads.byIds(mine.stream()
                    .map(asked -> asked.said().ticket())
                    .filter(Objects::nonNull)
                    .toList());
            Map<Asked, Deciding.Decision> decisions = new LinkedHashMap<>();
            Map<TicketView, Actor> coming = new LinkedHashMap<>();
            for (Asked asked : mine) {
                ScanBook.Written before = asked.scan().nonce() == null
                        ? null
                        : written.get(asked.scan().nonce());
                if (before == null) {
                    Deciding.Decision decision = decision(asked, known);
                    decisions.put(asked, decision);
                    if (decision.enters(asked.scan())) coming.put(decision.someTicket(), asked.by());
                } else {
                    results.put(asked, told(asked, book.again(page(asked), before, null)));
                }
            }
            Set<TicketId> came = tickets.checkIn(coming);
            List<Asked> lost = decisions.entrySet().stream()
                    .filter(one -> one.getValue().enters(one.getKey().scan())
                            && !came.contains(one.getValue().someTicket().id()))
                    .map(Map.Entry::getKey)
                    .toList();
            lost.forEach(decisions::remove);
            write(decisions, results);
            return lost;
        }

        private Deciding.Decision decision(Asked asked, Map<TicketId, TicketView> known) {
            TicketId named = asked.said().ticket();
            CodeReader.Found found = asked.said().of(named == null ? null : known.get(named));
            return deciding.before(found, asked.scan(), Deciding.Standing.now(event, device(asked), now));
        }

        private void write(Map<Asked, Deciding.Decision> decisions, Map<Asked, ScanResult> results) {
            List<ScanBook.Line> lines = decisions.entrySet().stream()
                    .map(one -> ScanBook.Line.now(
                            page(one.getKey()),
                            one.getKey().scan(),
                            one.getValue(),
                            one.getKey().by()))
                    .toList();
            List<ScanResult> told = book.results(List.copyOf(decisions.values()), false);
            book.write(lines);
            int n = 0;
            for (Asked asked : decisions.keySet()) results.put(asked, told(asked, told.get(n++)));
        }

        private ScanBook.Page page(Asked asked) {
            DeviceView device = device(asked);
            return new ScanBook.Page(event, asked.scan().device(), device, device);
        }

        private @Nullable DeviceView device(Asked asked) {
            UUID device = asked.device();
            return device == null ? null : Objects.requireNonNull(devices.get(device));
        }

        /** A device that is not good any more hears no names. */
        private ScanResult told(Asked asked, ScanResult result) {
            DeviceView device = device(asked);
            return device == null || device.isGood(now) ? result : result.bare();
        }
    }
}
