package io.marquee.checkin;

import io.marquee.checkin.device.DeviceView;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.ticketing.AddOns;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The verdict of one scan, in the caller's transaction, which acts as the system. Without lists the compare-and-set on the ticket
 * decides between gates that scan at once; a unique index on the admissions stands behind it.
 */
@Component
class Deciding {
    /** People still come in after the end, and their scans arrive later still. */
    private static final Duration AFTER_THE_END = Duration.ofHours(6);

    /** How long after the end a gate's word brings a stake back that was lost. Whoever tells it later is taken for history: the team forgives. */
    static final Duration TELLS_IN_TIME = Duration.ofDays(7);

    private final CodeReader codes;
    private final ListChoice lists;
    private final ListEntry entry;
    private final TicketReads reads;
    private final Tickets tickets;
    private final AddOns addOns;

    Deciding(CodeReader codes, ListChoice lists, ListEntry entry, TicketReads reads, Tickets tickets, AddOns addOns) {
        this.codes = codes;
        this.lists = lists;
        this.entry = entry;
        this.reads = reads;
        this.tickets = tickets;
        this.addOns = addOns;
    }

    /**
     * Where a scan stands.
     *
     * @param at when it was
     * @param state of the event, as it was then
     * @param device that asks; null for a person
     * @param good whether that device might scan then
     * @param past whether it is told of afterwards
     * @param saves whether it is told soon enough to bring back a stake that was lost meanwhile
     */
    record Standing(
            EventView event,
            Instant at,
            EventState state,
            @Nullable DeviceView device,
            boolean good,
            boolean past,
            boolean saves) {

        static Standing now(EventView event, @Nullable DeviceView device, Instant now) {
            return new Standing(event, now, event.state(), device, device == null || device.isGood(now), false, false);
        }

        /** What happened during the event counts as of then, whenever it is told. */
        static Standing then(ScanBook.Page page, Instant at, Instant now) {
            EventView event = page.event();
            boolean during = at.isBefore(event.endsAt().plus(AFTER_THE_END));
            EventState state = event.state() != EventState.CANCELLED && during ? EventState.LIVE : event.state();
            boolean good = wasGood(page.maker(), at) && wasGood(page.uploader(), at);
            boolean saves = now.isBefore(event.endsAt().plus(TELLS_IN_TIME));
            return new Standing(event, at, state, page.maker(), good, true, saves);
        }

        private static boolean wasGood(@Nullable DeviceView device, Instant at) {
            return device == null || device.wasGood(at);
        }

        boolean allows(TicketView ticket, String gate) {
            return device == null
                    || device.scansAt(gate) && device.letsIn(ticket.ticketType().value());
        }
    }

    /**
     * @param ticket null where the code names none of this event
     * @param list null where there is none for it
     * @param right to enter, of which this admission is the one use
     * @param admission into the event itself
     * @param leaves whether it is an exit
     * @param reason why, where the verdict alone would mislead
     */
    record Decision(
            Verdict verdict,
            @Nullable TicketView ticket,
            @Nullable UUID list,
            String right,
            boolean admission,
            boolean leaves,
            @Nullable Reason reason) {
        Decision(Verdict verdict, @Nullable TicketView ticket, @Nullable UUID list, String right, boolean admission) {
            this(verdict, ticket, list, right, admission, false, null);
        }

        Decision(Verdict verdict, @Nullable TicketView ticket) {
            this(verdict, ticket, null, "", true);
        }

        /** Of what was admitted. */
        TicketView someTicket() {
            return Objects.requireNonNull(ticket);
        }

        /** Whether the ticket is used up by it. */
        boolean enters(Scan scan) {
            return verdict == Verdict.ADMITTED && scan.direction() == Direction.IN && !scan.dryRun();
        }

        Decision leaving(boolean out) {
            return new Decision(verdict, ticket, list, right, admission, out, reason);
        }

        private Decision because(CodeReader.Found code) {
            Reason why = Reason.of(code.flaw());
            return why != null && verdict == code.byCode() ? because(why) : this;
        }

        Decision because(@Nullable Reason why) {
            return new Decision(verdict, ticket, list, right, admission, leaves, why);
        }
    }

    /** Consumes what it admits, unless it only looks. */
    Decision decide(Scan scan, Standing standing) {
        CodeReader.Found found = codes.read(standing.event(), scan.code(), standing.at());
        return standing.good()
                ? decide(found, scan, standing).because(found).leaving(scan.direction() == Direction.OUT)
                : new Decision(Verdict.DEVICE_REVOKED, found.ticket());
    }

    /** What a gate told by itself when it let nobody in, of the ticket that the code names. */
    Decision told(EventView event, OfflineScan offline) {
        CodeReader.Found found = codes.read(event, offline.scan().code(), offline.at());
        return new Decision(offline.told(), found.ticket()).because(found);
    }

    private Decision decide(CodeReader.Found found, Scan scan, Standing standing) {
        TicketView ticket = found.ticket();
        if (ticket == null) return new Decision(found.byCode(), null);
        ListChoice.Chosen chosen = lists.of(scan, ticket, standing.past());
        return chosen.anyRule()
                ? alone(found, ticket, scan, standing)
                : entry.decide(found, ticket, scan, standing, chosen.list());
    }

    /** No list: each ticket is admitted once. */
    private Decision alone(CodeReader.Found found, TicketView ticket, Scan scan, Standing standing) {
        Decision decision = before(found, scan, standing);
        if (!decision.enters(scan) || tickets.checkIn(ticket)) return decision;
        // somebody was faster, and committed: another gate, a refund, a new holder
        return decide(found.with(reads.byId(ticket.id())), scan, standing);
    }

    /** What is decided without a list, before the compare-and-set. */
    Decision before(CodeReader.Found found, Scan scan, Standing standing) {
        TicketView ticket = found.ticket();
        if (!standing.good()) return new Decision(Verdict.DEVICE_REVOKED, ticket);
        if (ticket == null) return new Decision(found.byCode(), null);
        // nobody is held back for what became of their ticket
        boolean leaves = scan.direction() == Direction.OUT;
        Verdict verdict = leaves ? Verdict.ADMITTED : Verdicts.of(ticket, found.byCode(), standing);
        boolean fits = addOns.fits(ticket, scan.gate()) && standing.allows(ticket, scan.gate());
        return new Decision(verdict == Verdict.ADMITTED && !fits ? Verdict.WRONG_GATE : verdict, ticket)
                .because(found)
                .leaving(leaves);
    }
}
