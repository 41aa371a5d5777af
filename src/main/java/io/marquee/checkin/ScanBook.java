package io.marquee.checkin;

import io.marquee.checkin.ScanResult.Admittee;
import io.marquee.checkin.ScanResult.FirstSeen;
import io.marquee.checkin.device.DeviceView;
import io.marquee.event.EventView;
import io.marquee.kernel.Ids;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.AddOns;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes scans down, finds them again, raises conflicts, and says what a gate is told of them. */
@Component
class ScanBook {
    private final Scans scans;
    private final Conflicts conflicts;
    private final TicketReads reads;
    private final AddOns addOns;

    ScanBook(Scans scans, Conflicts conflicts, TicketReads reads, AddOns addOns) {
        this.scans = scans;
        this.conflicts = conflicts;
        this.reads = reads;
        this.addOns = addOns;
    }

    /**
     * Whose scan it is.
     *
     * @param named the device's name where it is not enrolled
     * @param maker null for a person's
     * @param uploader the same as the maker, or one that was paired with it
     */
    record Page(
            EventView event,
            String named,
            @Nullable DeviceView maker,
            @Nullable DeviceView uploader) {
        String deviceName() {
            return maker == null ? named : maker.name();
        }
    }

    /** A scan that is in the book. */
    record Written(
            UUID id,
            Verdict verdict,
            @Nullable TicketId ticket,
            @Nullable Verdict told,
            @Nullable UUID list,
            Direction direction,
            @Nullable Reason reason) {}

    /**
     * A scan that is to be written down.
     *
     * @param offline null where the server decided at once
     * @param by whoever scanned, or handed it in
     */
    record Line(
            UUID id,
            Page page,
            Scan scan,
            Deciding.Decision decision,
            @Nullable OfflineScan offline,
            @Nullable Actor by) {
        static Line now(Page page, Scan scan, Deciding.Decision decision, @Nullable Actor by) {
            return new Line(Ids.next(), page, scan, decision, null, by);
        }

        @Nullable
        UUID operator() {
            return by instanceof Actor.Person person ? person.person().value() : null;
        }
    }

    @Nullable
    Written find(EventView event, @Nullable UUID nonce) {
        return nonce == null ? null : find(event, List.of(nonce)).get(nonce);
    }

    /** By their nonces. */
    Map<UUID, Written> find(EventView event, Collection<UUID> nonces) {
        return nonces.isEmpty() ? Map.of() : scans.byNonces(event.id(), nonces);
    }

    /** All in one statement. */
    void write(List<Line> lines) {
        if (!lines.isEmpty()) scans.write(lines);
    }

    /** What a gate told stands as history; where the server tells otherwise about letting in, that is a conflict. */
    ScanResult accept(Page page, OfflineScan offline, Deciding.Decision decision) {
        UUID id = Ids.next();
        TicketView ticket = decision.ticket();
        UUID other = ticket == null ? null : scans.admissionId(ticket.id(), decision.list());
        ScanResult result = result(decision, false);
        write(List.of(new Line(id, page, offline.scan(), decision, offline, Acting.cause())));
        return differ(decision.verdict(), offline.told())
                ? result.in(conflicts.raise(page.event(), id, ticket, decision.verdict(), offline.told(), other))
                : result;
    }

    /**
     * The same scan once more: the first verdict stands.
     *
     * @param told what the gate told by itself meanwhile; null where it waited for us
     */
    ScanResult again(Page page, Written before, @Nullable Verdict told) {
        TicketView ticket = before.ticket() == null ? null : reads.byId(before.ticket());
        boolean leaves = before.direction() == Direction.OUT;
        ScanResult found = result(
                new Deciding.Decision(before.verdict(), ticket, before.list(), "", true, leaves, before.reason()),
                true);
        ScanResult result = leaves ? found.withoutLeft() : found;
        Verdict said = told == null ? before.told() : told;
        if (said == null || !differ(before.verdict(), said)) return result;
        UUID other = ticket == null || before.verdict() == Verdict.ADMITTED
                ? null
                : scans.admissionId(ticket.id(), before.list());
        return result.in(conflicts.raise(page.event(), before.id(), ticket, before.verdict(), said, other));
    }

    private static boolean differ(Verdict verdict, Verdict told) {
        return (verdict == Verdict.ADMITTED) != (told == Verdict.ADMITTED);
    }

    ScanResult result(Deciding.Decision decision, boolean asItIs) {
        return results(List.of(decision), asItIs).getFirst();
    }

    /**
     * Before the scans are written: an exit of now is none of before.
     *
     * @param asItIs whether the tickets' states are those that were read, and not what the scans made of them
     */
    List<ScanResult> results(List<Deciding.Decision> decisions, boolean asItIs) {
        Map<UUID, Integer> counts = reads.countsOfOrders(decisions.stream()
                .map(Deciding.Decision::ticket)
                .filter(Objects::nonNull)
                .map(TicketView::order)
                .collect(Collectors.toSet()));
        Map<TicketId, FirstSeen> first = scans.admissions(decisions.stream()
                .filter(decision -> decision.ticket() != null && decision.list() == null && tellsBefore(decision))
                .map(decision -> decision.someTicket().id())
                .toList());
        Map<TicketId, Instant> left = scans.left(
                decisions.stream()
                        .filter(decision ->
                                decision.ticket() != null && decision.list() == null && mayHaveLeft(decision))
                        .map(decision -> decision.someTicket().id())
                        .toList(),
                null);
        return decisions.stream()
                .map(decision -> result(decision, asItIs, counts, first, left))
                .toList();
    }

    private ScanResult result(
            Deciding.Decision decision,
            boolean asItIs,
            Map<UUID, Integer> counts,
            Map<TicketId, FirstSeen> first,
            Map<TicketId, Instant> left) {
        TicketView ticket = decision.ticket();
        if (ticket == null) return new ScanResult(decision.verdict(), null, null, null);
        boolean admitted = decision.verdict() == Verdict.ADMITTED;
        boolean came = admitted && decision.admission() && !decision.leaves() && !asItIs;
        Admittee admittee = new Admittee(
                ticket.id(),
                ticket.holderName(),
                ticket.ticketTypeName(),
                came ? TicketState.CHECKED_IN : ticket.state(),
                ticket.position(),
                counts.getOrDefault(ticket.order(), 1),
                ticket.seat(),
                addOns.isAddOn(ticket),
                List.of());
        return new ScanResult(
                decision.verdict(),
                admittee,
                tellsBefore(decision) ? firstSeen(decision, ticket, first) : null,
                mayHaveLeft(decision) ? leftAt(decision, ticket, left) : null,
                decision.reason(),
                null);
    }

    private static boolean tellsBefore(Deciding.Decision decision) {
        return decision.leaves() || decision.verdict() != Verdict.ADMITTED;
    }

    /** Whoever comes again, or goes again. */
    private static boolean mayHaveLeft(Deciding.Decision decision) {
        return decision.verdict() == Verdict.ALREADY_IN || decision.leaves() && decision.verdict() == Verdict.ADMITTED;
    }

    private @Nullable Instant leftAt(Deciding.Decision decision, TicketView ticket, Map<TicketId, Instant> left) {
        UUID list = decision.list();
        return (list == null ? left : scans.left(List.of(ticket.id()), list)).get(ticket.id());
    }

    private @Nullable FirstSeen firstSeen(
            Deciding.Decision decision, TicketView ticket, Map<TicketId, FirstSeen> first) {
        return decision.list() == null ? first.get(ticket.id()) : scans.admission(ticket.id(), decision.list());
    }
}
