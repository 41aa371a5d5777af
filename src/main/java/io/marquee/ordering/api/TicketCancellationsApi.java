package io.marquee.ordering.api;

import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.TicketCancellations;
import io.marquee.ordering.api.OrderAnswers.Items;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tickets that the team takes back without money. */
@RestController
@RequestMapping("/api/v1/orders/{id}/ticket-cancellations")
@Tag(name = "Orders")
class TicketCancellationsApi {
    private final TicketCancellations cancellations;
    private final OrderReads orders;

    TicketCancellationsApi(TicketCancellations cancellations, OrderReads orders) {
        this.cancellations = cancellations;
        this.orders = orders;
    }

    /** @param returnStock whether the places go back on sale; they do unless false */
    record NewCancellation(
            @Nullable List<@Nullable TicketId> tickets,

            @Schema(example = "Resold against the rules") @Nullable
            String reason,

            @Nullable Boolean returnStock) {}

    @Operation(
            summary = "Cancel tickets of an order without a refund",
            description =
                    "By the team. They let nobody in any more; the buyer is told why. To give money back, refund the order.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Items<TicketId> cancel(@PathVariable OrderId id, @RequestBody NewCancellation body) {
        List<TicketId> chosen = body.tickets() == null
                ? List.of()
                : body.tickets().stream().filter(Objects::nonNull).toList();
        return new Items<>(
                cancellations
                        .cancel(id, chosen, OrderBodies.said(body.reason()), !Boolean.FALSE.equals(body.returnStock()))
                        .stream()
                        .map(TicketView::id)
                        .toList());
    }

    @Operation(
            summary = "List the tickets of an order that were cancelled without a refund",
            description = "The oldest first.")
    @GetMapping
    Items<TicketId> list(@PathVariable OrderId id) {
        return new Items<>(cancellations.ofOrder(orders.shown(id).id()));
    }
}
