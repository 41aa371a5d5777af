package io.marquee.ticketing.waiting;

import io.marquee.audit.History;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.Ids;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.Handover;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Giving a ticket back to the waiting list at what it cost. It stays its buyer's, and opens the door, until somebody in line
 * has paid for it; then it ends, and its money goes back to its buyer.
 */
@Component
public class Resales {
    private final ResaleRows rows;
    private final WaitingRows waiting;
    private final TicketReads tickets;
    private final Handover handover;
    private final EventReads events;
    private final History history;
    private final Acting acting;
    private final Clock clock;

    Resales(
            ResaleRows rows,
            WaitingRows waiting,
            TicketReads tickets,
            Handover handover,
            EventReads events,
            History history,
            Acting acting,
            Clock clock) {
        this.rows = rows;
        this.waiting = waiting;
        this.tickets = tickets;
        this.handover = handover;
        this.events = events;
        this.history = history;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * By its buyer, as long as it was not passed on: the money goes back to where it came from.
     *
     * @throws NotFound
     * @throws WaitingRefused when it can't be given back, or is on the list already
     */
    @Transactional
    public ResaleView list(TicketId id) {
        TicketView seen = bought(id);
        return acting.asSystem(seen.organization(), () -> {
            EventView event = events.byId(seen.event());
            TicketView ticket = handover.locked(id);
            boolean takes = event.registrationOpen(clock.instant())
                    && !waiting.closedOf(event.id()).contains(ticket.ticketType());
            if (!takes) throw new WaitingRefused.Closed(ticket.ticketTypeName());
            if (ticket.state() != TicketState.ISSUED || ticket.passedOn() || rows.isOnItsWay(id)) {
                throw new WaitingRefused.NotResalable();
            }
            UUID resale = Ids.next();
            if (!rows.insert(resale, ticket, clock.instant())) throw new WaitingRefused.AlreadyListed();
            history.record(subject(resale, ticket), null, ResaleState.LISTED, null);
            waiting.lock(event.id());
            waiting.offer(event.id());
            return Objects.requireNonNull(rows.of(id));
        });
    }

    /** By its buyer. @throws WaitingRefused when somebody may be paying for it, or it is not on the list */
    @Transactional
    public ResaleView withdraw(TicketId id) {
        TicketView ticket = bought(id);
        return acting.asSystem(ticket.organization(), () -> {
            ResaleView resale = rows.of(id);
            if (resale == null) throw new NotFound("resale");
            if (!rows.move(resale.id(), ResaleState.LISTED, ResaleState.WITHDRAWN, clock.instant())) {
                throw resale.state() == ResaleState.OFFERED
                        ? new WaitingRefused.ResaleOffered()
                        : new WaitingRefused.NotListed();
            }
            history.record(subject(resale.id(), ticket), ResaleState.LISTED, ResaleState.WITHDRAWN, null);
            return Objects.requireNonNull(rows.of(id));
        });
    }

    /** The last time it was given back, for its buyer. @return null when it never was */
    @Transactional(readOnly = true)
    public @Nullable ResaleView of(TicketView ticket) {
        return ticket.isBoughtByActor() ? acting.asSystem(ticket.organization(), () -> rows.of(ticket.id())) : null;
    }

    /** Whether its buyer could give it back now. */
    @Transactional(readOnly = true)
    public boolean isPossible(TicketView ticket, EventView event) {
        return ticket.isBoughtByActor()
                && !ticket.passedOn()
                && ticket.state() == TicketState.ISSUED
                && event.registrationOpen(clock.instant())
                && acting.asSystem(
                        ticket.organization(),
                        () -> !waiting.closedOf(event.id()).contains(ticket.ticketType())
                                && !rows.isOnItsWay(ticket.id()));
    }

    private TicketView bought(TicketId id) {
        TicketView ticket = tickets.byId(id);
        if (ticket == null || !ticket.isBoughtByActor()) throw new NotFound("ticket");
        return ticket;
    }

    static History.Subject subject(UUID resale, TicketView ticket) {
        return new History.Subject("resale", resale, ticket.organization(), ticket.event());
    }
}
