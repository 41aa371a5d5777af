package io.marquee.ordering.api;

import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.NotFound;
import io.marquee.ordering.Checkout;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.api.OrderAnswers.Items;
import io.marquee.ordering.api.OrderAnswers.Payment;
import io.marquee.ordering.api.OrderBodies.NewPayment;
import io.marquee.payment.PaymentForms;
import io.marquee.payment.PaymentId;
import io.marquee.payment.PaymentSheet;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Attempts to pay an order. */
@RestController
@RequestMapping("/api/v1/orders/{id}/payments")
@Tag(name = "Orders")
class OrderPaymentsApi {
    private final Checkout checkout;
    private final OrderReads reads;
    private final Payments payments;
    private final PaymentForms forms;
    private final People people;
    private final Capabilities capabilities;
    private final Settings settings;

    OrderPaymentsApi(
            Checkout checkout,
            OrderReads reads,
            Payments payments,
            PaymentForms forms,
            People people,
            Capabilities capabilities,
            Settings settings) {
        this.checkout = checkout;
        this.reads = reads;
        this.payments = payments;
        this.forms = forms;
        this.people = people;
        this.capabilities = capabilities;
        this.settings = settings;
    }

    @Operation(
            summary = "Pay an order",
            description =
                    "Answers the attempt that is under way if there is one: there are never two. Where the buyer must "
                            + "act, nextAction says how.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject("{\"provider\": \"sandbox\", \"method\": \"4242 4242 4242 4242\"}")))
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Payment> pay(@PathVariable OrderId id, @RequestBody NewPayment body) {
        Payments.Way way = body.way(buyer());
        OrderView order = reads.shown(id);
        String back = settings.baseUrl() + "/checkout/"
                + capabilities.tokenFor(order.hold().value()) + "/return";
        PaymentView payment = checkout.pay(id, way, back);
        return ResponseEntity.created(URI.create("/api/v1/orders/" + id + "/payments"))
                .body(Payment.of(payment));
    }

    private @Nullable PersonView buyer() {
        return Acting.current() instanceof Actor.Person ? people.me() : null;
    }

    @Operation(
            summary = "Open the provider’s sheet in an app",
            description =
                    "For an attempt with the presentation embedded that waits for the buyer: what the provider’s own kit for "
                            + "mobile apps wants to hear. The customer and its short-lived key come for people who are "
                            + "signed in and have kept a method.")
    @PostMapping("/{payment}/sheets")
    @ResponseStatus(HttpStatus.CREATED)
    PaymentSheet sheet(@PathVariable OrderId id, @PathVariable PaymentId payment) {
        boolean ofOrder = payments.ofOrder(reads.shown(id).id().value()).stream()
                .anyMatch(known -> known.id().equals(payment));
        PaymentSheet sheet = ofOrder ? forms.sheet(payment, buyer()) : null;
        if (sheet == null) throw new NotFound("payment");
        return sheet;
    }

    @Operation(summary = "List the attempts to pay an order", description = "Newest first.")
    @GetMapping
    Items<Payment> list(@PathVariable OrderId id) {
        return new Items<>(payments.ofOrder(reads.shown(id).id().value()).stream()
                .map(Payment::of)
                .toList());
    }
}
