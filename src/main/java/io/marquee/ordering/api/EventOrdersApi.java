package io.marquee.ordering.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.api.OrderAnswers.Guest;
import io.marquee.ordering.api.OrderAnswers.Order;
import io.marquee.ticketing.TicketReads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An event's orders and guests, for its team. */
@RestController
@RequestMapping("/api/v1/events/{event}")
@Tag(name = "Orders")
class EventOrdersApi {
    private static final int MOST = 100;

    private final EventReads events;
    private final OrderReads orders;
    private final TicketReads tickets;

    EventOrdersApi(EventReads events, OrderReads orders, TicketReads tickets) {
        this.events = events;
        this.orders = orders;
        this.tickets = tickets;
    }

    @Operation(summary = "List an event's orders", description = "Newest first.")
    @GetMapping("/orders")
    Slice<Order> orders(
            @Parameter(description = "id or slug") @PathVariable String event,
            @Parameter(description = "part of a code, name or address") @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable OrderState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        require(limit);
        EventView known = events.where(Permission.SEE_ORDERS, event);
        return orders.ofEvent(known.id(), query, state, cursor, limit).map(order -> Order.of(order, null));
    }

    @Operation(
            summary = "List who holds an event's tickets",
            description = "One for each ticket, without what was paid.")
    @GetMapping("/attendees")
    Slice<Guest> attendees(
            @Parameter(description = "id or slug") @PathVariable String event,
            @Parameter(description = "part of a name, address or code") @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        require(limit);
        EventView known = events.where(Permission.SEE_GUESTS, event);
        return tickets.ofEvent(known.id(), query.replace("\0", ""), cursor, limit)
                .map(Guest::of);
    }

    private static void require(int limit) {
        if (limit < 1 || limit > MOST) throw InvalidInput.at("limit", "out_of_range", 1, MOST);
    }
}
