package io.marquee.ordering.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.People;
import io.marquee.kernel.EventId;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Nav;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a signed-in person bought or was given, under their verified address. */
@Controller
class MyTicketsController {
    private final TicketReads tickets;
    private final OrderReads orders;
    private final EventReads events;
    private final People people;
    private final Capabilities capabilities;
    private final TicketStubs.Codes codes;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    MyTicketsController(
            TicketReads tickets,
            OrderReads orders,
            EventReads events,
            People people,
            Capabilities capabilities,
            TicketStubs.Codes codes,
            Access access,
            Acting acting,
            Clock clock) {
        this.tickets = tickets;
        this.orders = orders;
        this.events = events;
        this.people = people;
        this.capabilities = capabilities;
        this.codes = codes;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    @GetMapping("/tickets")
    ModelAndView mine(Page page) {
        access.personId();
        List<TicketView> mine = tickets.mine();
        Map<UUID, OrderView> bought = orders.mine().stream().collect(Collectors.toMap(o -> o.id().value(), o -> o));
        Map<EventId, EventView> theirEvents = eventsOf(mine);
        Instant now = clock.instant();
        MyTickets view = new MyTickets(
                people.me().verified(),
                groups(mine, bought, theirEvents, page.text(), event -> now.isBefore(event.endsAt())),
                groups(mine, bought, theirEvents, page.text(), event -> !now.isBefore(event.endsAt())));
        return page.titled(page.text().get("ordering.mine.title"))
                .at(Nav.TICKETS)
                .show("ordering/tickets", "view", view);
    }

    /** Whoever has a ticket may read its event, whatever its visibility by now. */
    private Map<EventId, EventView> eventsOf(List<TicketView> mine) {
        Map<EventId, EventView> found = new HashMap<>();
        mine.stream()
                .collect(Collectors.groupingBy(
                        TicketView::organization, Collectors.mapping(TicketView::event, Collectors.toSet())))
                .forEach((organization, ids) -> found.putAll(acting.asSystem(organization, () -> events.byIds(ids))));
        return found;
    }

    private List<MyTickets.Group> groups(
            List<TicketView> mine,
            Map<UUID, OrderView> bought,
            Map<EventId, EventView> theirEvents,
            Text text,
            java.util.function.Predicate<EventView> wanted) {
        Stream<EventView> ordered = mine.stream()
                .map(TicketView::event)
                .distinct()
                .map(theirEvents::get)
                .filter(java.util.Objects::nonNull)
                .filter(wanted);
        return ordered.map(event -> group(event, mine, bought, text)).toList();
    }

    private MyTickets.Group group(EventView event, List<TicketView> mine, Map<UUID, OrderView> bought, Text text) {
        EventSummary summary = EventSummary.of(event, text);
        return new MyTickets.Group(
                summary,
                mine.stream()
                        .filter(t -> t.event().equals(event.id()))
                        .map(t -> TicketStubs.of(t, summary, null, actions(t, bought, text), codes, text))
                        .toList());
    }

    /** The whole order is for whoever bought it; a guest of theirs sees the ticket alone. */
    private List<Link> actions(TicketView ticket, Map<UUID, OrderView> bought, Text text) {
        OrderView order = bought.get(ticket.order());
        List<Link> actions = new ArrayList<>();
        actions.add(Link.to(
                "/tickets/" + ticket.id(),
                text.get(
                        ticket.open() && ticket.isHeldByActor() ? "ordering.ticket.pass_on" : "ordering.ticket.open")));
        if (order != null) {
            actions.add(
                    Link.to("/orders/" + capabilities.tokenFor(order.hold().value()), text.get("ordering.mine.order")));
        }
        return actions;
    }
}
