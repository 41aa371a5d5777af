package io.marquee.checkin;

import io.marquee.checkin.ScanResult.Admittee;
import io.marquee.checkin.device.DeviceView;
import io.marquee.event.EventView;
import io.marquee.kernel.Ids;
import io.marquee.ticketing.AddOns;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.util.UUID;
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
            @Nullable UUID list) {}

    @Nullable
    Written find(EventView event, @Nullable UUID nonce) {
        return nonce == null ? null : scans.byNonce(event.id(), nonce);
    }

    void write(Page page, Scan scan, Deciding.Decision decision) {
        scans.write(Ids.next(), page, scan, decision, null);
    }

    /** What a gate told stands as history; where the server tells otherwise about letting in, that is a conflict. */
    ScanResult accept(Page page, OfflineScan offline, Deciding.Decision decision) {
        UUID id = Ids.next();
        TicketView ticket = decision.ticket();
        UUID other = ticket == null ? null : scans.admissionId(ticket.id(), decision.list());
        scans.write(id, page, offline.scan(), decision, offline);
        ScanResult result = result(decision, false);
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
        ScanResult result = result(new Deciding.Decision(before.verdict(), ticket, before.list(), "", true), true);
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

    /** @param asItIs whether the ticket's state is the one that was read, and not what this scan made of it */
    ScanResult result(Deciding.Decision decision, boolean asItIs) {
        TicketView ticket = decision.ticket();
        if (ticket == null) return new ScanResult(decision.verdict(), null, null, null);
        boolean admitted = decision.verdict() == Verdict.ADMITTED;
        boolean came = admitted && decision.admission() && !asItIs;
        TicketState state = came ? TicketState.CHECKED_IN : ticket.state();
        Admittee admittee = new Admittee(
                ticket.id(),
                ticket.holderName(),
                ticket.ticketTypeName(),
                state,
                ticket.position(),
                reads.countOfOrder(ticket.order()),
                ticket.seat(),
                addOns.isAddOn(ticket));
        return new ScanResult(
                decision.verdict(), admittee, admitted ? null : scans.admission(ticket.id(), decision.list()), null);
    }
}
