package io.marquee.checkin;

import io.marquee.checkin.ScanResult.Admittee;
import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.AddOns;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The scan of one code at one gate. The compare-and-set on the ticket decides between gates that scan at once; a unique index
 * on the admissions stands behind it.
 */
@Component
public class CheckIns {
    private static final int LONGEST_CODE = 1_000;
    private static final int LONGEST_NAME = 60;

    private final EventReads events;
    private final CodeReader codes;
    private final TicketReads reads;
    private final Tickets tickets;
    private final AddOns addOns;
    private final Scans scans;
    private final Acting acting;

    CheckIns(
            EventReads events,
            CodeReader codes,
            TicketReads reads,
            Tickets tickets,
            AddOns addOns,
            Scans scans,
            Acting acting) {
        this.events = events;
        this.codes = codes;
        this.reads = reads;
        this.tickets = tickets;
        this.addOns = addOns;
        this.scans = scans;
        this.acting = acting;
    }

    /**
     * Decides, and writes the scan unless it is a dry run.
     *
     * @throws InvalidInput when the code, the gate or the device is missing or far too long
     * @throws io.marquee.kernel.Refusal where whoever acts does not check people in at this event
     */
    @Transactional
    public ScanResult scan(String eventIdOrSlug, Scan scan) {
        check(scan);
        EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
        return acting.asSystem(event.organization(), () -> {
            Decision decision = decide(codes.read(event, scan.code()), event.state(), scan);
            if (!scan.dryRun()) scans.write(event, decision, scan);
            return result(decision, scan.dryRun());
        });
    }

    private Decision decide(CodeReader.Found found, EventState event, Scan scan) {
        TicketView ticket = found.ticket();
        if (ticket == null) return new Decision(found.byCode(), null);
        Verdict verdict = Verdicts.of(ticket, found.byCode(), event);
        if (verdict == Verdict.ADMITTED && !addOns.fits(ticket, scan.gate())) verdict = Verdict.WRONG_GATE;
        if (verdict != Verdict.ADMITTED || scan.dryRun() || tickets.checkIn(ticket)) {
            return new Decision(verdict, ticket);
        }
        // somebody was faster, and committed: another gate, a refund, a new holder
        return decide(found.with(reads.byId(ticket.id())), event, scan);
    }

    private ScanResult result(Decision decision, boolean dryRun) {
        TicketView ticket = decision.ticket();
        if (ticket == null) return new ScanResult(decision.verdict(), null, null);
        boolean admitted = decision.verdict() == Verdict.ADMITTED;
        TicketState state = admitted && !dryRun ? TicketState.CHECKED_IN : ticket.state();
        Admittee admittee = new Admittee(
                ticket.id(),
                ticket.holderName(),
                ticket.ticketTypeName(),
                state,
                ticket.position(),
                reads.countOfOrder(ticket.order()),
                ticket.seat(),
                addOns.isAddOn(ticket));
        return new ScanResult(decision.verdict(), admittee, admitted ? null : scans.admission(ticket.id()));
    }

    /** @param ticket null where the code names none of this event */
    record Decision(Verdict verdict, @Nullable TicketView ticket) {}

    private static void check(Scan scan) {
        InvalidInput.gather()
                .check(!scan.code().isBlank(), "code", "required")
                .check(scan.code().length() <= LONGEST_CODE && printable(scan.code()), "code", "format")
                .check(!scan.gate().isBlank(), "gate", "required")
                .check(scan.gate().length() <= LONGEST_NAME && printable(scan.gate()), "gate", "length")
                .check(!scan.device().isBlank(), "device", "required")
                .check(scan.device().length() <= LONGEST_NAME && printable(scan.device()), "device", "length")
                .orThrow();
    }

    private static boolean printable(String text) {
        return text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    }
}
