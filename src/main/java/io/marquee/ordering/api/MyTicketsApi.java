package io.marquee.ordering.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.StakedTickets;
import io.marquee.ordering.api.OrderAnswers.Ticket;
import io.marquee.ordering.api.PurchaseAnswers.OfEvent;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tickets of a person. */
@RestController
@RequestMapping("/api/v1/me/tickets")
@Tag(name = "Purchases")
class MyTicketsApi {
    private static final int MOST = 100;

    private final TicketReads tickets;
    private final EventReads events;
    private final List<StakedTickets> staked;
    private final Access access;
    private final Acting acting;

    MyTicketsApi(TicketReads tickets, EventReads events, List<StakedTickets> staked, Access access, Acting acting) {
        this.tickets = tickets;
        this.events = events;
        this.staked = staked;
        this.access = access;
        this.acting = acting;
    }

    /**
     * @param bought whether you bought it, rather than being given it
     * @param order that it belongs to; null where somebody else bought it
     * @param onlineUrl where its event takes place online, for whoever holds it while it is good; null otherwise
     */
    record MyTicket(
            Ticket ticket,
            OfEvent event,
            boolean bought,
            @Nullable UUID order,
            @Nullable String onlineUrl) {
        static MyTicket of(TicketView ticket, EventView event, StakedTickets.@Nullable Stake stake) {
            boolean bought = ticket.isBoughtByActor();
            boolean comes = ticket.isHeldByActor() && (ticket.open() || ticket.state() == TicketState.CHECKED_IN);
            return new MyTicket(
                    Ticket.shown(ticket, stake),
                    OfEvent.of(event),
                    bought,
                    bought ? ticket.order() : null,
                    comes ? event.joinUrl() : null);
        }
    }

    @Operation(
            summary = "List your tickets",
            description =
                    "Those that you bought or were given, newest first, under your confirmed email address; none as long as it "
                            + "is not confirmed. Only who holds a ticket sees its codes.")
    @GetMapping
    Slice<MyTicket> list(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        access.personId();
        if (limit < 1 || limit > MOST) throw InvalidInput.at("limit", "out_of_range", 1, MOST);
        Slice<TicketView> mine = tickets.mine(cursor, limit);
        Map<TicketId, StakedTickets.Stake> stakes = stakesOf(mine.items());
        return mine.map(ticket -> MyTicket.of(ticket, eventOf(ticket), stakes.get(ticket.id())));
    }

    private Map<TicketId, StakedTickets.Stake> stakesOf(List<TicketView> mine) {
        Map<TicketId, StakedTickets.Stake> stakes = new HashMap<>();
        mine.stream()
                .filter(TicketView::isBoughtByActor)
                .map(ticket -> new OrderId(ticket.order()))
                .distinct()
                .forEach(order -> staked.forEach(module -> stakes.putAll(module.of(order))));
        return stakes;
    }

    /** Whoever has a ticket may read its event, whatever its visibility by now. */
    private EventView eventOf(TicketView ticket) {
        return acting.asSystem(ticket.organization(), () -> events.byId(ticket.event()));
    }
}
