package io.marquee.checkin;

import io.marquee.checkin.device.DeviceView;
import io.marquee.checkin.device.Enrolments;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Slice;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What gates told otherwise than the server while they were alone: shown to the organizer and to the gates, settled by hand. */
@Component
public class Conflicts {
    private static final int LONGEST_NOTE = 200;
    private static final int MOST = 100;

    private final EventReads events;
    private final Enrolments enrolments;
    private final ConflictRows rows;
    private final TicketReads tickets;
    private final Access access;
    private final Acting acting;

    Conflicts(
            EventReads events,
            Enrolments enrolments,
            ConflictRows rows,
            TicketReads tickets,
            Access access,
            Acting acting) {
        this.events = events;
        this.enrolments = enrolments;
        this.rows = rows;
        this.tickets = tickets;
        this.access = access;
        this.acting = acting;
    }

    /**
     * Newest first; for a device those in which it, or one of its gates, takes part.
     *
     * @throws InvalidInput on a cursor that is none of ours
     */
    @Transactional(readOnly = true)
    public Slice<ConflictView> ofEvent(String eventIdOrSlug, @Nullable String cursor, int limit) {
        EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
        UUID before = Cursors.id(cursor);
        return acting.asSystem(
                event.organization(),
                () -> Slice.of(
                        named(rows.ofEvent(event.id(), before, party(enrolments.good()), limit + 1)),
                        limit,
                        conflict -> conflict.id().toString()));
    }

    /** Open ones that came after that one, oldest first, 100 at most. None for a device that is revoked. */
    @Transactional(readOnly = true)
    public List<ConflictView> since(String eventIdOrSlug, @Nullable String last) {
        EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
        UUID after = Cursors.id(last);
        return acting.asSystem(
                event.organization(),
                () -> enrolments.isOver()
                        ? List.of()
                        : named(rows.since(event.id(), after, party(enrolments.acting()), MOST)));
    }

    /** How many nobody has settled. */
    @Transactional(readOnly = true)
    public int open(String eventIdOrSlug) {
        return rows.open(events.where(Permission.CHECK_IN, eventIdOrSlug).id());
    }

    /**
     * Says what became of it. Nothing else changes by that.
     *
     * @throws InvalidInput at {@code note}
     * @throws NotFound also for one that is settled
     */
    @Transactional
    public void settle(String eventIdOrSlug, UUID conflict, String note) {
        EventView event = events.where(Permission.MANAGE_TEAM, eventIdOrSlug);
        InvalidInput.gather()
                .check(!note.isBlank(), "note", "required")
                .check(note.length() <= LONGEST_NOTE, "note", "too_long", LONGEST_NOTE)
                .check(note.chars().noneMatch(Character::isISOControl), "note", "format")
                .orThrow();
        UUID by = access.personId().value();
        acting.asSystem(event.organization(), () -> {
            if (!rows.settle(event.id(), conflict, by, note.strip())) throw new NotFound("conflict");
        });
    }

    /** In the transaction of the scan; once for each. */
    @Nullable
    ConflictView raise(
            EventView event,
            UUID scan,
            @Nullable TicketView ticket,
            Verdict verdict,
            Verdict told,
            @Nullable UUID other) {
        rows.raise(event, scan, ticket == null ? null : ticket.id().value(), verdict, told, other);
        ConflictRows.Row row = rows.ofScan(scan);
        return row == null ? null : named(List.of(row)).getFirst();
    }

    private static ConflictRows.Party party(@Nullable DeviceView device) {
        return device == null ? ConflictRows.Party.ALL : new ConflictRows.Party(device.id(), device.gates());
    }

    private List<ConflictView> named(List<ConflictRows.Row> found) {
        Map<TicketId, TicketView> known = tickets.byIds(found.stream()
                .map(ConflictRows.Row::ticket)
                .filter(Objects::nonNull)
                .distinct()
                .map(TicketId::new)
                .toList());
        return found.stream()
                .map(row -> named(row, row.ticket() == null ? null : known.get(new TicketId(row.ticket()))))
                .toList();
    }

    private static ConflictView named(ConflictRows.Row row, @Nullable TicketView ticket) {
        return ticket == null
                ? row.view()
                : row.view()
                        .of(new ConflictView.Ticket(ticket.id().value(), ticket.holderName(), ticket.ticketTypeName()));
    }
}
