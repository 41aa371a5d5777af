package io.marquee.checkin;

import io.marquee.checkin.ScanResult.Admittee;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.ShortCode;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketCodes;
import io.marquee.ticketing.TicketReads;
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
    private static final int SHORT_CODE = 8;
    private static final int LONGEST_NAME = 60;

    private final EventReads events;
    private final TicketCodes codes;
    private final TicketReads reads;
    private final Tickets tickets;
    private final Scans scans;
    private final Acting acting;

    CheckIns(EventReads events, TicketCodes codes, TicketReads reads, Tickets tickets, Scans scans, Acting acting) {
        this.events = events;
        this.codes = codes;
        this.reads = reads;
        this.tickets = tickets;
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
        return acting.asSystem(event.organization(), () -> decide(event, scan));
    }

    private ScanResult decide(EventView event, Scan scan) {
        Found found = find(event, scan.code());
        Verdict verdict =
                found.ticket() == null ? found.verdict() : Verdicts.of(found.ticket(), found.verdict(), event.state());
        if (verdict == Verdict.ADMITTED && !scan.dryRun() && !tickets.checkIn(found.ticketId())) {
            verdict = Verdict.ALREADY_IN;
        }
        ScanResult.@Nullable FirstSeen first = found.ticket() == null ? null : scans.admission(found.ticketId());
        if (!scan.dryRun()) {
            scans.write(event, found.ticket(), verdict, scan);
        }
        return new ScanResult(verdict, admittee(found.ticket()), first);
    }

    /** A ticket with the verdict that its code alone gives: admitted unless the code says otherwise. */
    private record Found(@Nullable TicketView ticket, Verdict verdict) {
        io.marquee.ticketing.TicketId ticketId() {
            return java.util.Objects.requireNonNull(ticket).id();
        }
    }

    private Found find(EventView event, String text) {
        String typed = ShortCode.normalise(text);
        if (typed.length() == SHORT_CODE && ShortCode.isValid(typed)) {
            TicketView ticket = reads.byShortCode(event.id(), typed);
            return new Found(ticket, ticket == null ? Verdict.UNKNOWN : Verdict.ADMITTED);
        }
        return switch (codes.read(text.strip(), event.id())) {
            case TicketCodes.Reading.Forged forged ->
                new Found(null, typed.length() == SHORT_CODE ? Verdict.UNKNOWN : Verdict.FORGED);
            case TicketCodes.Reading.OtherEvent other -> new Found(null, Verdict.WRONG_EVENT);
            case TicketCodes.Reading.Genuine genuine -> {
                TicketView ticket = reads.byId(genuine.ticket());
                yield ticket == null
                        ? new Found(null, Verdict.UNKNOWN)
                        : new Found(
                                ticket, genuine.serial() == ticket.serial() ? Verdict.ADMITTED : Verdict.TRANSFERRED);
            }
        };
    }

    private @Nullable Admittee admittee(@Nullable TicketView ticket) {
        return ticket == null
                ? null
                : new Admittee(
                        ticket.id(),
                        ticket.holderName(),
                        ticket.ticketTypeName(),
                        ticket.state(),
                        ticket.position(),
                        reads.ofOrder(ticket.order()).size());
    }

    private static void check(Scan scan) {
        InvalidInput.gather()
                .check(!scan.code().isBlank(), "code", "required")
                .check(scan.code().length() <= 1_000 && printable(scan.code()), "code", "format")
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
