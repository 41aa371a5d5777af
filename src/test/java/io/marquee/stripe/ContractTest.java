package io.marquee.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stripe's own library understands the fake, and finds it behaving as documented. */
class ContractTest {
    private FakeStripe fake;
    private StripeClient stripe;

    @BeforeEach
    void start() {
        fake = FakeStripe.start();
        stripe = Clients.of(fake);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void a_session_is_paid_on_its_page() throws StripeException {
        Session session = stripe.v1().checkout().sessions().create(session(4800).build());
        assertThat(session.getStatus()).isEqualTo("open");
        assertThat(session.getPaymentIntent()).isNull();
        assertThat(session.getUrl()).startsWith(fake.url());

        fake.pay(session.getId(), TestCard.DECLINED);
        fake.pay(session.getId(), TestCard.GOOD);

        Session paid = stripe.v1()
                .checkout()
                .sessions()
                .retrieve(
                        session.getId(),
                        SessionRetrieveParams.builder()
                                .addExpand("payment_intent.latest_charge.refunds")
                                .addExpand("line_items")
                                .build());
        assertThat(paid.getStatus()).isEqualTo("complete");
        assertThat(paid.getPaymentStatus()).isEqualTo("paid");
        assertThat(paid.getLineItems().getData().getFirst().getDescription()).isEqualTo("Two tickets");
        PaymentIntent intent = paid.getPaymentIntentObject();
        assertThat(intent.getMetadata()).containsEntry("reference", "order-1");
        assertThat(intent.getLatestChargeObject().getRefunds().getData()).isEmpty();
        assertThat(charges(intent)).extracting(Charge::getStatus).containsExactly("succeeded", "failed");
    }

    @Test
    void a_session_that_is_expired_takes_no_money() throws StripeException {
        Session session = stripe.v1().checkout().sessions().create(session(4800).build());
        Session expired = stripe.v1().checkout().sessions().expire(session.getId());
        assertThat(expired.getStatus()).isEqualTo("expired");
        fake.pay(session.getId(), TestCard.GOOD);
        assertThat(stripe.v1().paymentIntents().list().getData()).isEmpty();
        assertThatThrownBy(() -> stripe.v1().checkout().sessions().expire(session.getId()))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void a_session_cannot_end_within_half_an_hour() {
        assertThatThrownBy(() -> stripe.v1()
                        .checkout()
                        .sessions()
                        .create(session(4800)
                                .setExpiresAt(Instant.now().plusSeconds(600).getEpochSecond())
                                .build()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.getParam()).isEqualTo("expires_at"));
    }

    @Test
    void a_declined_card_is_an_error_that_carries_the_intent() {
        assertThatThrownBy(() -> stripe.v1()
                        .paymentIntents()
                        .create(intent(TestCard.POOR).build()))
                .isInstanceOfSatisfying(CardException.class, e -> {
                    assertThat(e.getCode()).isEqualTo("card_declined");
                    assertThat(e.getDeclineCode()).isEqualTo("insufficient_funds");
                    assertThat(e.getStripeError().getPaymentIntent().getStatus())
                            .isEqualTo("requires_payment_method");
                });
    }

    @Test
    void an_intent_that_the_bank_asks_about_goes_on_when_it_has_an_answer() throws StripeException {
        PaymentIntent intent = stripe.v1()
                .paymentIntents()
                .create(intent(TestCard.SECURE)
                        .setReturnUrl("https://example.org/back")
                        .build());
        assertThat(intent.getStatus()).isEqualTo("requires_action");
        assertThat(intent.getNextAction().getRedirectToUrl().getReturnUrl()).isEqualTo("https://example.org/back");
        fake.authenticate(intent.getId(), true);
        assertThat(read(intent).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void a_debit_is_decided_later() throws StripeException {
        PaymentIntent intent =
                stripe.v1().paymentIntents().create(intent(TestCard.SLOW).build());
        assertThat(intent.getStatus()).isEqualTo("processing");
        await().untilAsserted(() -> assertThat(read(intent).getStatus()).isEqualTo("succeeded"));
    }

    @Test
    void reserved_money_is_taken_or_let_go() throws StripeException {
        PaymentIntent intent = stripe.v1()
                .paymentIntents()
                .create(intent(TestCard.GOOD)
                        .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                        .build());
        assertThat(intent.getStatus()).isEqualTo("requires_capture");
        PaymentIntent taken = stripe.v1()
                .paymentIntents()
                .capture(
                        intent.getId(),
                        com.stripe.param.PaymentIntentCaptureParams.builder()
                                .setAmountToCapture(1000L)
                                .build());
        assertThat(taken.getAmountReceived()).isEqualTo(1000);
        assertThatThrownBy(() -> stripe.v1().paymentIntents().cancel(intent.getId()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.getCode()).isEqualTo("payment_intent_unexpected_state"));
    }

    @Test
    void what_stripe_keeps_is_known_a_while_after_the_charge() throws StripeException {
        fake.timeTaken(null);
        PaymentIntent intent =
                stripe.v1().paymentIntents().create(intent(TestCard.GOOD).build());
        assertThat(stripe.v1().charges().retrieve(intent.getLatestCharge()).getBalanceTransaction())
                .isNull();
        fake.timePasses();
        Charge charge = stripe.v1()
                .charges()
                .retrieve(
                        intent.getLatestCharge(),
                        com.stripe.param.ChargeRetrieveParams.builder()
                                .addExpand("balance_transaction")
                                .build());
        assertThat(charge.getBalanceTransactionObject().getFee()).isEqualTo(72 + 25);
    }

    @Test
    void refunds_add_up_to_the_charge_and_not_beyond() throws StripeException {
        PaymentIntent intent =
                stripe.v1().paymentIntents().create(intent(TestCard.GOOD).build());
        Refund refund = stripe.v1().refunds().create(refund(intent, 1800));
        assertThat(refund.getStatus()).isEqualTo("succeeded");
        fake.refundInDashboard(intent.getId(), 3000);
        assertThatThrownBy(() -> stripe.v1().refunds().create(refund(intent, 1)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.getCode()).isEqualTo("charge_already_refunded"));
    }

    @Test
    void a_refund_can_succeed_and_fail_afterwards() throws StripeException {
        fake.timeTaken(null);
        PaymentIntent intent = stripe.v1()
                .paymentIntents()
                .create(intent(TestCard.REFUNDS_FAIL).build());
        Refund refund = stripe.v1().refunds().create(refund(intent, 4800));
        assertThat(refund.getStatus()).isEqualTo("succeeded");
        fake.timePasses();
        Refund later = stripe.v1().refunds().retrieve(refund.getId());
        assertThat(later.getStatus()).isEqualTo("failed");
        assertThat(later.getFailureReason()).isEqualTo("expired_or_canceled_card");
    }

    @Test
    void lists_are_read_page_by_page() throws StripeException {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            made.add(stripe.v1()
                    .paymentIntents()
                    .create(intent(TestCard.GOOD).build())
                    .getId());
        }
        List<String> read = new ArrayList<>();
        PaymentIntentListParams from = PaymentIntentListParams.builder()
                .setLimit(10L)
                .setCreated(PaymentIntentListParams.Created.builder().setGte(1L).build())
                .build();
        stripe.v1().paymentIntents().list(from).autoPagingIterable().forEach(intent -> read.add(intent.getId()));
        assertThat(read).containsExactlyElementsOf(made.reversed());
    }

    @Test
    void the_same_key_gets_the_same_answer_an_error_too() throws StripeException {
        RequestOptions keyed =
                RequestOptions.builder().setIdempotencyKey("once").build();
        PaymentIntent first =
                stripe.v1().paymentIntents().create(intent(TestCard.GOOD).build(), keyed);
        PaymentIntent second =
                stripe.v1().paymentIntents().create(intent(TestCard.GOOD).build(), keyed);
        assertThat(second.getId()).isEqualTo(first.getId());
        assertThatThrownBy(() -> stripe.v1()
                        .paymentIntents()
                        .create(intent(TestCard.POOR).build(), keyed))
                .isInstanceOf(IdempotencyException.class);

        RequestOptions broken =
                RequestOptions.builder().setIdempotencyKey("broken").build();
        fake.faults().next(Faults.Call.ERROR);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> stripe.v1()
                            .paymentIntents()
                            .create(intent(TestCard.GOOD).build(), broken))
                    .isInstanceOfSatisfying(
                            StripeException.class,
                            e -> assertThat(e.getStatusCode()).isEqualTo(500));
        }
        RequestOptions limited =
                RequestOptions.builder().setIdempotencyKey("limited").build();
        fake.faults().next(Faults.Call.LIMITED);
        assertThatThrownBy(() -> stripe.v1()
                        .paymentIntents()
                        .create(intent(TestCard.GOOD).build(), limited))
                .isInstanceOf(RateLimitException.class);
        assertThat(stripe.v1()
                        .paymentIntents()
                        .create(intent(TestCard.GOOD).build(), limited)
                        .getStatus())
                .isEqualTo("succeeded");
        assertThat(stripe.v1().paymentIntents().list().getData()).hasSize(2);
    }

    @Test
    void what_is_cut_off_after_it_was_done_is_done_once() throws StripeException {
        RequestOptions keyed = RequestOptions.builder().setIdempotencyKey("cut").build();
        fake.faults().next(Faults.Call.CUT_AFTER);
        assertThatThrownBy(() -> stripe.v1()
                        .paymentIntents()
                        .create(intent(TestCard.GOOD).build(), keyed))
                .isInstanceOf(com.stripe.exception.ApiConnectionException.class);
        stripe.v1().paymentIntents().create(intent(TestCard.GOOD).build(), keyed);
        assertThat(stripe.v1().paymentIntents().list().getData()).hasSize(1);
    }

    @Test
    void what_happened_is_told_signed_and_understood() throws Exception {
        try (Listening endpoint = new Listening()) {
            fake.webhooks().to(endpoint.address());
            stripe.v1().paymentIntents().create(intent(TestCard.GOOD).build());
            await().atMost(Duration.ofSeconds(40)).until(() -> endpoint.heard("payment_intent.succeeded"));
            Event event = endpoint.event("payment_intent.succeeded", FakeStripe.WEBHOOK_SECRET);
            assertThat(event.getDataObjectDeserializer().getObject().orElseThrow())
                    .isInstanceOfSatisfying(
                            PaymentIntent.class,
                            intent -> assertThat(intent.getAmount()).isEqualTo(4800));
        }
    }

    private PaymentIntent read(PaymentIntent intent) throws StripeException {
        return stripe.v1().paymentIntents().retrieve(intent.getId());
    }

    private List<Charge> charges(PaymentIntent intent) throws StripeException {
        return stripe.v1()
                .charges()
                .list(com.stripe.param.ChargeListParams.builder()
                        .setPaymentIntent(intent.getId())
                        .build())
                .getData();
    }

    private static RefundCreateParams refund(PaymentIntent intent, long amount) {
        return RefundCreateParams.builder()
                .setPaymentIntent(intent.getId())
                .setAmount(amount)
                .build();
    }

    private static PaymentIntentCreateParams.Builder intent(TestCard card) {
        return PaymentIntentCreateParams.builder()
                .setAmount(4800L)
                .setCurrency("eur")
                .setPaymentMethod(card.token())
                .setConfirm(true);
    }

    private static SessionCreateParams.Builder session(long amount) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl("https://example.org/back")
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .putMetadata("reference", "order-1")
                        .build())
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                                .setCurrency("eur")
                                .setUnitAmount(amount)
                                .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                        .setName("Two tickets")
                                        .build())
                                .build())
                        .build());
    }
}
