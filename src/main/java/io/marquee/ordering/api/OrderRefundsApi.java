package io.marquee.ordering.api;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.ordering.RefundOffers;
import io.marquee.ordering.RefundRequestView;
import io.marquee.ordering.RefundRequests;
import io.marquee.ordering.ReturnView;
import io.marquee.ordering.api.OrderAnswers.Items;
import io.marquee.ordering.api.OrderAnswers.Refund;
import io.marquee.ordering.api.OrderAnswers.RefundPreview;
import io.marquee.ordering.api.OrderBodies.NewRefund;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.TicketId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money back: by the team at once, by the buyer as a request. */
@RestController
@RequestMapping("/api/v1/orders/{id}/refunds")
@Tag(name = "Orders")
class OrderRefundsApi {
    private static final String KEY = "api-";

    private final Ordering ordering;
    private final OrderReads reads;
    private final RefundRequests requests;
    private final RefundOffers offers;
    private final RefundChoice choice;
    private final Access access;

    OrderRefundsApi(
            Ordering ordering,
            OrderReads reads,
            RefundRequests requests,
            RefundOffers offers,
            RefundChoice choice,
            Access access) {
        this.ordering = ordering;
        this.reads = reads;
        this.requests = requests;
        this.offers = offers;
        this.choice = choice;
        this.access = access;
    }

    @Operation(
            summary = "Refund an order, or ask for it",
            description =
                    "The team's refund is carried out: 201; so is a buyer's while the event, being postponed, offers them their money back. Else a "
                            + "buyer's is a request for the team to answer, of lines or of all: 202. Without "
                            + "lines and amount it is of all that is left; with an amount and no lines the tickets stay. "
                            + "Places go back on sale, those in line first, unless returnStock is false. The same Idempotency-Key "
                            + "gives back once.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(examples = @ExampleObject("{\"reason\": \"Cannot come\"}")))
    @PostMapping
    @ApiResponse(responseCode = "201", description = "Refunded, or under way", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "Asked for", useReturnTypeSchema = true)
    ResponseEntity<Refund> refund(
            @PathVariable OrderId id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewRefund body) {
        OrderView order = reads.shown(id);
        String reason = OrderBodies.said(body.reason()).strip();
        if (reason.isEmpty()) throw InvalidInput.at("reason", "required");
        String named = key(key);
        // asked first: what a repeat names may have ended already
        if (reads.carriedOut(order, named)) {
            return created(id, made(order, reason, named));
        } else if (access.may(Permission.REFUND, order.organization(), order.event())) {
            ordering.giveBack(id, reason, choice.of(order, body, named));
            return created(id, made(order, reason, named));
        } else if (offers.to(order) != null) {
            offers.take(id, wished(order, body), named);
            return created(id, made(order, reason, named));
        } else {
            return ResponseEntity.accepted().body(asked(requests.ask(id, reason, wished(order, body))));
        }
    }

    private static ResponseEntity<Refund> created(OrderId id, Refund refund) {
        return ResponseEntity.created(URI.create("/api/v1/orders/" + id + "/refunds"))
                .body(refund);
    }

    @Operation(
            summary = "Tell what a refund would do",
            description = "For the team. The body is that of a refund; nothing is changed.")
    @PostMapping("/previews")
    RefundPreview preview(@PathVariable OrderId id, @RequestBody NewRefund body) {
        OrderView order = reads.shown(id);
        return RefundPreview.of(ordering.preview(id, choice.of(order, body, null)));
    }

    /** How much goes back, the tickets say; how it does, the team. */
    private @Nullable List<TicketId> wished(OrderView order, NewRefund body) {
        InvalidInput.gather()
                .check(body.amount() == null, "amount", "for_the_team")
                .check(body.returnStock() == null, "returnStock", "for_the_team")
                .check(body.handedOut() == null, "handedOut", "for_the_team")
                .orThrow();
        return choice.of(order, body, null).tickets();
    }

    /** Tickets that cost nothing end without money. */
    private Refund made(OrderView order, String reason, String key) {
        ReturnView made = reads.returned(order, key);
        return made == null
                ? new Refund(null, "succeeded", Money.zero(order.total().currency()), reason, null, null)
                : answer(made);
    }

    /** Two may choose the same word: each has keys of their own. */
    private static String key(@Nullable String said) {
        Actor who = Acting.current();
        return KEY + who.kind() + "-" + who.id() + "-" + (said == null ? Ids.next() : said);
    }

    @Operation(summary = "List an order's refunds and what was asked for", description = "Newest first.")
    @GetMapping
    Items<Refund> list(@PathVariable OrderId id) {
        OrderView order = reads.shown(id);
        List<Refund> all = new java.util.ArrayList<>();
        requests.of(order.id()).stream()
                .filter(request -> request.open() || !request.approved())
                .forEach(request -> all.add(asked(request)));
        reads.allReturns(order).forEach(refund -> all.add(answer(refund)));
        return new Items<>(all);
    }

    private static Refund asked(RefundRequestView request) {
        return new Refund(
                request.id(),
                request.open() ? "requested" : "declined",
                null,
                request.reason(),
                request.tickets(),
                request.createdAt());
    }

    private static Refund answer(ReturnView refund) {
        return new Refund(
                refund.id(), Wire.name(refund.state()), refund.amount(), refund.reason(), null, refund.createdAt());
    }
}
