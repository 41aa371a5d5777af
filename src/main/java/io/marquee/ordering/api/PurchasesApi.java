package io.marquee.ordering.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Client;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Purchases;
import io.marquee.ordering.RefundRequests;
import io.marquee.ordering.api.PurchaseAnswers.Purchase;
import io.marquee.ordering.api.PurchaseAnswers.PurchaseDetail;
import io.marquee.payment.Payments;
import io.marquee.platform.tenancy.Acting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person bought. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Purchases")
class PurchasesApi {
    private static final int MOST = 100;

    private final Purchases purchases;
    private final OrderReads orders;
    private final RefundRequests requests;
    private final Payments payments;
    private final EventReads events;
    private final Access access;
    private final Acting acting;

    PurchasesApi(
            Purchases purchases,
            OrderReads orders,
            RefundRequests requests,
            Payments payments,
            EventReads events,
            Access access,
            Acting acting) {
        this.purchases = purchases;
        this.orders = orders;
        this.requests = requests;
        this.payments = payments;
        this.events = events;
        this.access = access;
        this.acting = acting;
    }

    @Operation(
            summary = "List what you bought",
            description = "Newest first, under your confirmed email address; none as long as it is not confirmed.")
    @GetMapping("/me/purchases")
    Slice<Purchase> list(
            @RequestParam(required = false) @Nullable OrderState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        access.personId();
        if (limit < 1 || limit > MOST) throw InvalidInput.at("limit", "out_of_range", 1, MOST);
        return purchases.mine(state, cursor, limit).map(order -> Purchase.of(order, eventOf(order)));
    }

    @Operation(
            summary = "Read something you bought",
            description = "With what went back, what you asked for and what your bank was asked to decide.")
    @GetMapping("/me/purchases/{id}")
    PurchaseDetail read(@PathVariable OrderId id) {
        access.personId();
        OrderView bought = orders.bought(id);
        return acting.asSystem(
                bought.organization(),
                () -> PurchaseDetail.of(
                        bought,
                        eventOf(bought),
                        orders.allReturns(bought),
                        requests.of(id),
                        payments.disputesOfOrder(id.value())));
    }

    record Address(
            @Schema(example = "ada@example.org") @Nullable String email) {}

    @Operation(
            summary = "Have a link to your purchases mailed",
            description =
                    "For buyers without an account. The answer is the same whether anything was bought with the address or "
                            + "not. Few are sent to one address, and few are asked for from one place.")
    @PostMapping("/purchases/links")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void mailLink(@RequestBody Address body, Locale locale, HttpServletRequest request) {
        purchases.mailLink(
                OrderBodies.said(body.email()),
                new Client(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT)),
                locale);
    }

    /** Whoever bought something may read its event, whatever its visibility by now. */
    private EventView eventOf(OrderView order) {
        return acting.asSystem(order.organization(), () -> events.byId(order.event()));
    }
}
