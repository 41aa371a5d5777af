package io.marquee.ticketing;

import io.marquee.audit.History;
import io.marquee.kernel.EventId;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.seating.Seats;
import io.marquee.ticketing.TicketingEvent.StakedTicketsMoved;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The commands on tickets. They run inside the transaction of the module above that decided, which acts as the system for
 * the event's organization.
 */
@Component
public class Tickets {
    private static final Set<TicketState> BEFOREHAND =
            EnumSet.of(TicketState.PENDING_APPROVAL, TicketState.ISSUED, TicketState.STAKED);
    private static final Set<TicketState> AT_DOOR =
            EnumSet.of(TicketState.ISSUED, TicketState.STAKED, TicketState.CHECKED_IN);

    private final TicketRows rows;
    private final HolderRows holders;
    private final TicketIssuing issuing;
    private final Seats seats;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tickets(
            TicketRows rows,
            HolderRows holders,
            TicketIssuing issuing,
            Seats seats,
            History history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.holders = holders;
        this.issuing = issuing;
        this.seats = seats;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /** One ticket to issue. {@code position} is 1.. within the order. */
    public record Admission(
            int position, TicketTypeId ticketType, Money price, String holderName, String holderEmail) {}

    /** An order whose tickets are to be issued. {@code by}: who bought it, for the history. */
    public record Sale(
            UUID order,
            HoldId hold,
            EventId event,
            OrganizationId organization,
            String buyerEmail,
            List<Admission> admissions,
            Actor by) {}

    /** Issues the tickets of orders, once: the database refuses a second time. */
    @Transactional
    public void issue(List<Sale> sales) {
        issuing.issue(sales);
    }

    /**
     * Ends tickets for money back ({@link TicketState#REFUNDED}) or without ({@link TicketState#CANCELLED}) and returns their
     * stock if asked. They no longer count against their buyer's limits either way.
     *
     * @throws IllegalMove when one of them can't make that move any more
     */
    @Transactional
    public void end(List<TicketId> tickets, TicketState to, boolean returnStock, String reason) {
        if (to != TicketState.REFUNDED && to != TicketState.CANCELLED) {
            throw new IllegalArgumentException("tickets are not ended by " + to);
        }
        List<UUID> ids = tickets.stream().map(TicketId::value).distinct().toList();
        if (!ids.isEmpty()) {
            List<TicketRows.Moved> moved = move(ids, TicketState.MOVES.into(to), to, reason);
            if (moved.size() != ids.size()) throw new IllegalMove(firstOther(ids, moved), to);
            List<UUID> vacated = returnStock ? vacated(ids) : List.of();
            rows.giveUp(ids, returnStock, clock.instant());
            seats.passedOn(vacated);
        }
    }

    private List<UUID> vacated(List<UUID> tickets) {
        List<TicketRows.Seated> seated = rows.seated(tickets);
        return seated.isEmpty()
                ? List.of()
                : seats.vacate(
                        seated.stream().map(TicketRows.Seated::hold).toList(),
                        seated.stream().map(TicketRows.Seated::seat).toList());
    }

    /**
     * The compare-and-set of a first admission.
     *
     * @param seen the ticket when its code was read; one that was forfeited by then comes in, too: a gate tells late of what was in time
     * @return false when it was not issued any more, or its code was given away meanwhile
     */
    @Transactional
    public boolean checkIn(TicketView seen) {
        return !checkIn(Map.of(seen, Acting.current())).isEmpty();
    }

    /**
     * The same for several at once.
     *
     * @param seen the tickets, and who lets each in
     * @return those that came in; the others were not issued any more, or their code was given away meanwhile
     */
    @Transactional
    public Set<TicketId> checkIn(Map<TicketView, Actor> seen) {
        if (seen.isEmpty()) return Set.of();
        Map<UUID, Actor> by = seen.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().id().value(), Map.Entry::getValue));
        return recorded(
                        rows.admit(List.copyOf(seen.keySet())),
                        TicketState.CHECKED_IN,
                        null,
                        id -> Objects.requireNonNull(by.get(id)))
                .stream()
                .map(moved -> new TicketId(moved.id()))
                .collect(Collectors.toSet());
    }

    /** The ticket as it is now; whoever else decides about it waits until this transaction is over. */
    @Transactional
    public @Nullable TicketView lock(TicketId ticket) {
        return rows.lock(ticket);
    }

    /** Gates that keep tickets ask for those of a hold anew: what they show of them has changed. */
    @Transactional
    public void announce(HoldId hold) {
        rows.announce(hold);
    }

    /** Takes a first admission back. @return false when the ticket was not checked in */
    @Transactional
    public boolean undoCheckIn(TicketId ticket, String reason) {
        return !move(List.of(ticket.value()), EnumSet.of(TicketState.CHECKED_IN), rows.unused(ticket), reason)
                .isEmpty();
    }

    /**
     * The stakes of those who did not come are lost. Whoever is being admitted at this moment is left to the next call.
     *
     * @return how many
     */
    @Transactional
    public int forfeit(EventId event, int limit) {
        List<UUID> ids = rows.staked(event, limit);
        return ids.isEmpty()
                ? 0
                : move(ids, EnumSet.of(TicketState.STAKED), TicketState.FORFEITED, "no_show")
                        .size();
    }

    /**
     * Corrects who comes. The code stays.
     *
     * @throws InvalidInput
     * @throws IllegalMove once the ticket is used or has ended
     */
    @Transactional
    public TicketView rename(TicketId ticket, String holderName, String holderEmail) {
        return renamed(ticket, Handover.Holder.of(holderName, holderEmail), BEFOREHAND);
    }

    /**
     * The same where it must stay the same person's.
     *
     * @throws InvalidInput also at a name or address that is another person's, measured by whom it was issued for
     * @throws IllegalMove once the ticket is used or has ended
     */
    @Transactional
    public TicketView correctSpelling(TicketId ticket, String holderName, String holderEmail) {
        Handover.Holder to = Handover.Holder.of(holderName, holderEmail);
        Handover.Holder first = holders.first(ticket);
        if (first == null) throw new NotFound("ticket");
        Spelling.check(first, to);
        return renamed(ticket, to, BEFOREHAND);
    }

    /**
     * Who stands at the gate with it, also once it has come in. Code and address stay.
     *
     * @throws InvalidInput at {@code name}
     * @throws IllegalMove once it has ended
     */
    @Transactional
    public TicketView nameAtDoor(TicketView ticket, String name) {
        TicketView named = renamed(ticket.id(), Handover.Holder.of(name, ticket.holderEmail()), AT_DOOR);
        History.Subject subject =
                new History.Subject("ticket", ticket.id().value(), ticket.organization(), ticket.event());
        history.record(subject, named.state(), named.state(), "renamed");
        return named;
    }

    private TicketView renamed(TicketId ticket, Handover.Holder to, Set<TicketState> from) {
        boolean renamed = holders.rename(ticket, to, from);
        TicketView view = rows.byId(ticket);
        if (view == null) throw new NotFound("ticket");
        if (!renamed) throw new IllegalMove(view.state(), view.state());
        return view;
    }

    private List<TicketRows.Moved> move(
            List<UUID> ids, Set<TicketState> from, TicketState to, @Nullable String reason) {
        Actor by = Acting.current();
        return recorded(rows.move(ids, from, to), to, reason, id -> by);
    }

    private List<TicketRows.Moved> recorded(
            List<TicketRows.Moved> moved, TicketState to, @Nullable String reason, Function<UUID, Actor> by) {
        history.record(moved.stream()
                .map(one -> new History.Move(
                        new History.Subject("ticket", one.id(), one.organization(), one.event()),
                        one.from(),
                        to,
                        reason,
                        by.apply(one.id())))
                .toList());
        Map<TicketState, List<TicketRows.Moved>> byOrigin =
                moved.stream().collect(Collectors.groupingBy(TicketRows.Moved::from));
        byOrigin.forEach((origin, tickets) -> {
            TicketRows.Moved first = tickets.getFirst();
            if (origin == TicketState.STAKED || origin == TicketState.FORFEITED || to == TicketState.STAKED) {
                events.publishEvent(new StakedTicketsMoved(
                        tickets.stream().map(t -> new TicketId(t.id())).toList(),
                        origin,
                        to,
                        first.event(),
                        first.organization()));
            }
        });
        return moved;
    }

    private TicketState firstOther(List<UUID> ids, List<TicketRows.Moved> moved) {
        Set<UUID> done = moved.stream().map(TicketRows.Moved::id).collect(Collectors.toSet());
        UUID other = ids.stream().filter(id -> !done.contains(id)).findFirst().orElseThrow();
        TicketView view = rows.byId(new TicketId(other));
        if (view == null) throw new NotFound("ticket");
        return view.state();
    }
}
