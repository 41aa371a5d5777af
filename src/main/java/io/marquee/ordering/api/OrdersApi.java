package io.marquee.ordering.api;

import io.marquee.ordering.Checkout;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.ordering.StakedTickets;
import io.marquee.ordering.api.OrderAnswers.Items;
import io.marquee.ordering.api.OrderAnswers.Order;
import io.marquee.ordering.api.OrderAnswers.Ticket;
import io.marquee.ordering.api.OrderBodies.NewOrder;
import io.marquee.payment.Payments;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What one buyer buys at once. */
@RestController
@RequestMapping("/api/v1/orders")
@Tag(name = "Orders")
class OrdersApi {
    private static final String EXAMPLE = """
            {"hold": "01997a4e-2f1c-7cc0-a2f3-0c8c7cf3a001", "buyer": {"name": "Ada Lind", "email": "ada@example.org"},
             "attendees": [{"name": "Ada Lind"}, {"name": "Tom Sá", "email": "tom@example.org"}]}""";

    private final Ordering ordering;
    private final OrderReads reads;
    private final Checkout checkout;
    private final Payments payments;
    private final List<StakedTickets> staked;

    OrdersApi(Ordering ordering, OrderReads reads, Checkout checkout, Payments payments, List<StakedTickets> staked) {
        this.ordering = ordering;
        this.reads = reads;
        this.checkout = checkout;
        this.payments = payments;
        this.staked = staked;
    }

    @Operation(
            summary = "Make the order of a hold",
            description =
                    "With the hold's token as the bearer token. A hold has one order: sent again, it is answered, and "
                            + "corrected as long as nothing is paid. A total of zero is paid at once, unless the team is asked first (`approval`).")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject(EXAMPLE)))
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Order> place(@RequestBody NewOrder body, Locale locale) {
        OrderView order = ordering.place(body.placing(locale));
        return ResponseEntity.created(URI.create("/api/v1/orders/" + order.id()))
                .body(order.total().isZero() ? Order.of(order, null) : answer(order));
    }

    @Operation(summary = "Read an order", description = "For its buyer, and for those of the team who may see orders.")
    @GetMapping("/{id}")
    Order read(@PathVariable OrderId id) {
        return answer(reads.shown(id));
    }

    @Operation(
            summary = "Give up an order that is not paid",
            description = "Its tickets go back on sale. Refused while a payment is under way.")
    @DeleteMapping("/{id}")
    Order cancel(@PathVariable OrderId id) {
        if (!checkout.giveUpPaying(id)) throw new io.marquee.ordering.OrderRefused.PaymentUndecided();
        return answer(ordering.cancel(id, "api"));
    }

    @Operation(summary = "List an order's tickets", description = "Empty until it is paid.")
    @GetMapping("/{id}/tickets")
    Items<Ticket> tickets(@PathVariable OrderId id) {
        List<TicketView> tickets = reads.tickets(id);
        Map<TicketId, StakedTickets.Stake> stakes = new HashMap<>();
        // a ticket with a stake is never just issued
        if (tickets.stream().anyMatch(ticket -> ticket.state() != TicketState.ISSUED)) {
            staked.forEach(module -> stakes.putAll(module.of(id)));
        }
        return new Items<>(tickets.stream()
                .map(ticket -> Ticket.of(ticket, stakes.get(ticket.id())))
                .toList());
    }

    private Order answer(OrderView order) {
        return Order.of(
                order, payments.ofOrder(order.id().value()).stream().findFirst().orElse(null));
    }
}
