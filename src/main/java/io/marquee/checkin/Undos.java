package io.marquee.checkin;

import io.marquee.checkin.device.DeviceView;
import io.marquee.checkin.device.Enrolments;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.Tickets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes admissions back: the wrong code was scanned, the wrong person let in. The ticket can be used again. */
@Component
public class Undos {
    private static final int LONGEST_REASON = 200;

    private final EventReads events;
    private final Enrolments enrolments;
    private final Scans scans;
    private final Tickets tickets;
    private final TicketReads reads;
    private final List<UndoNote> notes;
    private final Acting acting;

    Undos(
            EventReads events,
            Enrolments enrolments,
            Scans scans,
            Tickets tickets,
            TicketReads reads,
            List<UndoNote> notes,
            Acting acting) {
        this.events = events;
        this.enrolments = enrolments;
        this.scans = scans;
        this.tickets = tickets;
        this.reads = reads;
        this.notes = notes;
        this.acting = acting;
    }

    /**
     * One scan, for whoever may take it back.
     *
     * @throws NotFound
     * @throws io.marquee.kernel.Refusal where whoever acts does not check people in at this event
     */
    @Transactional(readOnly = true)
    public CheckInView scan(String eventIdOrSlug, UUID checkIn) {
        EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
        return acting.asSystem(event.organization(), () -> ownScan(event, checkIn));
    }

    /** A device takes back what was scanned at its own gates. */
    private CheckInView ownScan(EventView event, UUID checkIn) {
        DeviceView device = enrolments.good();
        CheckInView scan = scans.byId(event.id(), checkIn);
        if (device != null && !device.scansAt(scan.gate())) throw new NotFound("check_in");
        return scan;
    }

    /**
     * The ticket first, then its scan, as a scan does it: where two do it at once, the second finds nothing to undo.
     *
     * @throws NotFound also for a device at whose gates it was not
     * @throws InvalidInput at {@code reason}
     * @throws CheckInRefused
     */
    @Transactional
    public Undone undo(String eventIdOrSlug, UUID checkIn, String reason) {
        EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
        InvalidInput.gather()
                .check(!reason.isBlank(), "reason", "required")
                .check(reason.length() <= LONGEST_REASON, "reason", "too_long", LONGEST_REASON)
                .check(reason.chars().noneMatch(Character::isISOControl), "reason", "format")
                .orThrow();
        return acting.asSystem(event.organization(), () -> undo(ownScan(event, checkIn), reason.strip(), event));
    }

    private Undone undo(CheckInView scan, String reason, EventView event) {
        if (scan.verdict() != Verdict.ADMITTED || scan.ticket() == null) throw new CheckInRefused.NothingToUndo();
        TicketId ticket = new TicketId(scan.ticket());
        tickets.lock(ticket);
        boolean came = scan.admission() && scan.direction() == Direction.IN && !scans.cameOtherwise(ticket, scan.id());
        boolean undone = (!came || tickets.undoCheckIn(ticket, reason)) && scans.undo(scan.id(), reason);
        if (!undone) throw new CheckInRefused.NothingToUndo();
        return new Undone(
                scans.byId(event.id(), scan.id()),
                Objects.requireNonNull(reads.byId(ticket)).state(),
                notes.stream()
                        .map(note -> note.of(ticket))
                        .filter(Objects::nonNull)
                        .toList());
    }
}
