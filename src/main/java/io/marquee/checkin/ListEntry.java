package io.marquee.checkin;

import io.marquee.checkin.list.CheckInList;
import io.marquee.checkin.list.ListKind;
import io.marquee.checkin.list.Lists;
import io.marquee.ticketing.AddOns;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Tickets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Entry by a list's rule. The ticket is locked, then the scans so far decide: of gates that scan it at once the second waits and sees
 * the first one's row. Each entry uses a right that the unique index lets be used once.
 */
@Component
class ListEntry {
    private final Usages usages;
    private final Lists lists;
    private final Tickets tickets;
    private final AddOns addOns;

    ListEntry(Usages usages, Lists lists, Tickets tickets, AddOns addOns) {
        this.usages = usages;
        this.lists = lists;
        this.tickets = tickets;
        this.addOns = addOns;
    }

    /** @param list null where the gate's lists take no such ticket */
    Deciding.Decision decide(
            CodeReader.Found found,
            TicketView read,
            Scan scan,
            Deciding.Standing standing,
            @Nullable CheckInList list) {
        TicketView ticket = scan.dryRun() ? read : tickets.lock(read.id());
        if (ticket == null) return new Deciding.Decision(Verdict.UNKNOWN, null);
        // nobody is held back for what became of their ticket, or because it is late: but an exit counts where the list
        // does
        boolean leaves = scan.direction() == Direction.OUT;
        Verdict byTicket = leaves
                ? Verdict.ADMITTED
                : Verdicts.again(ticket, found.with(ticket).byCode(), standing);
        if (list == null) {
            return new Deciding.Decision(byTicket == Verdict.ADMITTED ? Verdict.WRONG_GATE : byTicket, ticket);
        }
        Verdict verdict = byTicket;
        if (verdict == Verdict.ADMITTED && !isFor(list, ticket, scan, standing)) verdict = Verdict.WRONG_GATE;
        if (leaves) return decision(verdict, ticket, list, "");
        if (verdict == Verdict.ADMITTED && !list.isOpen(standing.at())) {
            return decision(Verdict.OUTSIDE_HOURS, ticket, list, "").because(Reason.LIST_CLOSED);
        }
        if (verdict != Verdict.ADMITTED) return decision(verdict, ticket, list, "");
        List<Usages.Use> uses = usages.of(list.id(), ticket.id());
        if (isUsed(list, uses, standing)) return decision(Verdict.ALREADY_IN, ticket, list, "");
        if (isFull(list))
            return decision(Verdict.OUTSIDE_HOURS, ticket, list, "").because(Reason.ROOM_FULL);
        if (!scan.dryRun()) come(list, ticket);
        return decision(Verdict.ADMITTED, ticket, list, right(list, ticket, standing));
    }

    private boolean isFor(CheckInList list, TicketView ticket, Scan scan, Deciding.Standing standing) {
        return list.isAt(scan.gate())
                && list.takes(ticket.ticketType(), addOns.isAddOn(ticket))
                && standing.allows(ticket, scan.gate());
    }

    private static boolean isUsed(CheckInList list, List<Usages.Use> uses, Deciding.Standing standing) {
        return switch (list.rule()) {
            case ONCE -> uses.stream().anyMatch(use -> use.direction() == Direction.IN);
            case ONCE_A_DAY ->
                uses.stream()
                        .anyMatch(use -> use.direction() == Direction.IN
                                && day(use.at(), standing).equals(day(standing.at(), standing)));
            case RE_ENTRY -> !uses.isEmpty() && uses.getLast().direction() == Direction.IN;
        };
    }

    private boolean isFull(CheckInList list) {
        Integer capacity = list.capacity();
        if (capacity == null) return false;
        lists.lock(list);
        return usages.inside(list.id()) >= capacity;
    }

    /** Into the event itself: the ticket is used. It is locked, so that the move can't fail. */
    private void come(CheckInList list, TicketView ticket) {
        boolean first = ticket.state() != TicketState.CHECKED_IN;
        if (list.kind() == ListKind.ADMISSION && first && !tickets.checkIn(ticket)) {
            throw new IllegalStateException("a locked ticket moved: " + ticket.id());
        }
    }

    private String right(CheckInList list, TicketView ticket, Deciding.Standing standing) {
        return switch (list.rule()) {
            case ONCE -> list.id().toString();
            case ONCE_A_DAY -> list.id() + " " + day(standing.at(), standing);
            case RE_ENTRY -> list.id() + " " + usages.entries(list.id(), ticket.id());
        };
    }

    private static LocalDate day(java.time.Instant at, Deciding.Standing standing) {
        ZoneId zone = standing.event().details().timeZone();
        return LocalDate.ofInstant(at, zone);
    }

    private static Deciding.Decision decision(Verdict verdict, TicketView ticket, CheckInList list, String right) {
        return new Deciding.Decision(verdict, ticket, list.id(), right, list.kind() == ListKind.ADMISSION);
    }
}
