package io.marquee.invoicing.web;

import io.marquee.invoicing.RollFiles;
import io.marquee.kernel.NotFound;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.ticketing.HoldId;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A buyer's receipts and tickets for till printers, which the box office hands out. */
@Controller
@RequestMapping("/orders/{token}/rolls")
class RollsController {
    private final Capabilities capabilities;
    private final OrderReads orders;
    private final RollFiles rolls;
    private final Acting acting;

    RollsController(Capabilities capabilities, OrderReads orders, RollFiles rolls, Acting acting) {
        this.capabilities = capabilities;
        this.orders = orders;
        this.rolls = rolls;
        this.acting = acting;
    }

    @GetMapping("/tickets")
    ResponseEntity<byte[]> tickets(
            @PathVariable String token,
            @RequestParam(defaultValue = "80") String width,
            @RequestParam(defaultValue = "pdf") String format) {
        return as(token, order -> rolls.tickets(order, width, format));
    }

    @GetMapping("/{document}")
    ResponseEntity<byte[]> document(
            @PathVariable String token,
            @PathVariable UUID document,
            @RequestParam(defaultValue = "80") String width,
            @RequestParam(defaultValue = "pdf") String format) {
        return as(token, order -> rolls.document(order, document, width, format));
    }

    private ResponseEntity<byte[]> as(String token, Function<OrderView, ResponseEntity<byte[]>> print) {
        Actor.Capability buyer = capabilities.open(token);
        return acting.as(buyer, () -> {
            OrderView order = orders.byHold(new HoldId(buyer.hold()));
            if (order == null) throw new NotFound("order");
            return print.apply(order);
        });
    }
}
