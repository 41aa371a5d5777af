package io.marquee.ordering.api;

import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.api.OrderAnswers.Items;
import io.marquee.payment.KeptMethods;
import io.marquee.payment.PaymentMethodView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a buyer can pay an order with, without typing anything. */
@RestController
@RequestMapping("/api/v1/orders/{id}/payment-methods")
@Tag(name = "Orders")
class OrderPaymentMethodsApi {
    private final OrderReads reads;
    private final KeptMethods kept;

    OrderPaymentMethodsApi(OrderReads reads, KeptMethods kept) {
        this.reads = reads;
        this.kept = kept;
    }

    @Operation(
            summary = "List your kept methods that can pay an order",
            description = "The one to offer first comes first. Pay with one by its provider and its method. Empty for "
                    + "whoever is not signed in.")
    @GetMapping
    Items<PaymentMethodView> list(@PathVariable OrderId id) {
        return new Items<>(kept.paying(reads.shown(id).organization()));
    }
}
