package io.marquee.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.payment.PaymentEvent;
import io.marquee.payment.PaymentRefused;
import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.payment.Payments.Way;
import io.marquee.payment.RefundState;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeRef;
import io.marquee.payment.provider.ChargeRequest;
import io.marquee.payment.provider.ChargeRequest.Capture;
import io.marquee.payment.provider.ChargeRequest.Presentation;
import io.marquee.payment.provider.NextAction;
import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.platform.tenancy.Acting;
import io.marquee.stripe.FakeStripe;
import io.marquee.stripe.Faults;
import io.marquee.stripe.TestCard;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import io.marquee.testing.StripeFixture;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Payments through Stripe, as its fake plays it: the wire, the states and the lost calls. */
@MarqueeTest(settings = FakeStripe.SETTING)
@PaymentTest
class StripePaymentsTest {
    private static final Way HOSTED = Way.through("stripe", null);
    private static final Way EMBEDDED = new Way("stripe", null, true, null, false, false);

    @Autowired
    private Payments payments;

    @Autowired
    private StripeProvider provider;

    @Autowired
    private PaymentFixture fixture;

    @Autowired
    private StripeFixture stripe;

    @Autowired
    private SandboxFixture books;

    @Autowired
    private Acting acting;

    private Payments.Due due;

    @BeforeEach
    void owe() {
        stripe.calm();
        due = fixture.due();
    }

    @AfterEach
    void calm() {
        stripe.calm();
    }

    @Test
    void on_stripes_page_the_buyer_pays_and_comes_back() {
        PaymentView open = payments.start(due, HOSTED);
        assertThat(open.state()).isEqualTo(PaymentState.REQUIRES_ACTION);
        assertThat(next(open).type()).isEqualTo("redirect");

        stripe.payOn(page(open), TestCard.GOOD);

        assertThat(look(open).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(fixture.heardOf(due.order()))
                .containsExactly(new PaymentEvent.PaymentSucceeded(
                        open.id(), due.order(), due.event(), due.organization(), due.amount()));
    }

    @Test
    void on_stripes_page_a_declined_card_is_tried_again_there() {
        PaymentView open = payments.start(due, HOSTED);

        stripe.payOn(page(open), TestCard.DECLINED);
        assertThat(look(open).state()).isEqualTo(PaymentState.REQUIRES_ACTION);

        stripe.payOn(page(open), TestCard.GOOD);
        assertThat(look(open).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void given_up_stripes_page_takes_no_money_any_more() {
        PaymentView open = payments.start(due, HOSTED);

        assertThat(cancel(open).state()).isEqualTo(PaymentState.CANCELLED);
        stripe.payOn(page(open), TestCard.GOOD);

        assertThat(atStripe(open)).isEqualTo(ChargeFact.Standing.CANCELLED);
        assertThat(payments.start(due, HOSTED).id()).isNotEqualTo(open.id());
    }

    private ChargeFact.Standing atStripe(PaymentView payment) {
        Instant now = Instant.now();
        try (Stream<ChargeFact> all = provider.charges(null, now.minusSeconds(3600), now.plusSeconds(60))) {
            return all.filter(fact -> payment.id().toString().equals(fact.reference()))
                    .findFirst()
                    .orElseThrow()
                    .standing();
        }
    }

    @Test
    void paid_in_the_very_moment_it_was_given_up_counts_as_paid() {
        PaymentView open = payments.start(due, HOSTED);
        stripe.payOn(page(open), TestCard.GOOD);

        assertThat(cancel(open).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void on_our_page_stripes_script_is_given_the_secret_of_one_payment() {
        PaymentView open = payments.start(due, EMBEDDED);
        assertThat(next(open).type()).isEqualTo("embedded");

        stripe.payWithin(secret(open), TestCard.GOOD);

        assertThat(look(open).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void a_retry_after_a_decline_is_a_new_attempt_with_its_own_key() {
        PaymentView first = payments.start(due, EMBEDDED);
        stripe.payWithin(secret(first), TestCard.POOR);
        PaymentView declined = look(first);
        assertThat(declined.state()).isEqualTo(PaymentState.FAILED);
        assertThat(declined.failureCode()).isEqualTo("insufficient_funds");

        PaymentView second = payments.start(due, EMBEDDED);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(secret(second)).isNotEqualTo(secret(first));
        stripe.payWithin(secret(first), TestCard.GOOD);
        stripe.payWithin(secret(second), TestCard.GOOD);

        assertThat(look(second).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(look(first).state()).isEqualTo(PaymentState.FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "DECLINED, card_declined",
        "POOR, insufficient_funds",
        "LOST, card_declined",
        "STOLEN, card_declined",
        "EXPIRED, expired_card",
        "WRONG_CVC, card_mistyped",
        "BROKEN, try_again_later",
        "SLOW_AND_FAILING, unknown"
    })
    void what_a_bank_says_becomes_one_of_our_reasons(TestCard card, String reason) {
        PaymentView open = payments.start(due, EMBEDDED);
        stripe.payWithin(secret(open), card);

        await().until(() -> look(open).state() == PaymentState.FAILED);
        assertThat(look(open).failureCode()).isEqualTo(reason);
    }

    @Test
    void a_bank_that_asks_its_customer_decides_afterwards() {
        PaymentView open = payments.start(due, EMBEDDED);
        stripe.payWithin(secret(open), TestCard.SECURE);
        assertThat(look(open).state()).isEqualTo(PaymentState.REQUIRES_ACTION);

        stripe.fake().authenticate(intent(open), false);

        assertThat(look(open).state()).isEqualTo(PaymentState.FAILED);
        assertThat(look(open).failureCode()).isEqualTo("authentication_failed");
    }

    @Test
    void a_debit_takes_its_time_and_cannot_be_given_up_meanwhile() {
        stripe.fake().timeTaken(null);
        PaymentView open = payments.start(due, HOSTED);
        stripe.payOn(page(open), TestCard.SLOW);
        assertThat(look(open).state()).isEqualTo(PaymentState.PROCESSING);
        assertThat(cancel(open).state()).isEqualTo(PaymentState.PROCESSING);
        assertThat(payments.start(due, HOSTED).id()).isEqualTo(open.id());

        stripe.fake().timePasses();

        assertThat(look(open).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void a_webhook_is_hint_enough() {
        PaymentView open = payments.start(due, EMBEDDED);
        stripe.payWithin(secret(open), TestCard.GOOD);

        await().until(() -> !fixture.heardOf(due.order()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = Faults.Call.class,
            names = {"CUT_BEFORE", "CUT_AFTER", "UNAVAILABLE", "LIMITED"})
    void a_call_that_was_lost_is_made_again_under_its_key(Faults.Call fault) {
        goWrong(fault, fault, fault, fault, fault);
        PaymentView open = startedInTheEnd(EMBEDDED);

        stripe.fake().faults().off();
        await().until(() -> look(open).state() == PaymentState.REQUIRES_ACTION);
        stripe.payWithin(secret(look(open)), TestCard.GOOD);
        assertThat(look(open).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(ofOrder()).isEqualTo(1);
    }

    private PaymentView startedInTheEnd(Way way) {
        try {
            return payments.start(due, way);
        } catch (PaymentRefused.ProviderDown down) {
            return asSystem(() -> payments.ofOrder(due.order()).getFirst());
        }
    }

    /** The next calls; nothing is told meanwhile, since whoever looks into what they heard would take one of them. */
    private void goWrong(Faults.Call... calls) {
        stripe.fake().webhooks().hold();
        stripe.fake().faults().nextWrites(calls);
    }

    private int ofOrder() {
        return asSystem(() -> payments.ofOrder(due.order()).size());
    }

    /** Stripe answers the same 500 under the same key for a day: whoever waits for better waits in vain. */
    @Test
    void an_error_that_stripe_saved_is_an_answer() {
        goWrong(Faults.Call.ERROR);
        PaymentView failed = startedInTheEnd(EMBEDDED);
        await().until(() -> look(failed).state() == PaymentState.FAILED);

        assertThat(payments.start(due, EMBEDDED).state()).isEqualTo(PaymentState.REQUIRES_ACTION);
    }

    @Test
    void only_methods_that_stripe_keeps_are_stored() {
        assertThatThrownBy(() -> payments.start(due, "stripe", "4242 4242 4242 4242"))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_part_goes_back_once_however_often_it_is_asked_for() {
        PaymentView paid = paid();
        Money part = Money.of(1000, "EUR");
        asSystem(() -> payments.refund(paid.id(), part, "asked", "k-" + paid.id()));
        asSystem(() -> payments.refund(paid.id(), part, "asked", "k-" + paid.id()));

        await().until(() -> asSystem(() -> payments.refundsOfOrder(due.order())).stream()
                .allMatch(refund -> refund.state() == RefundState.SUCCEEDED));
        assertThat(asSystem(() -> payments.refundsOfOrder(due.order()))).hasSize(1);
    }

    @Test
    void reserved_money_is_taken_in_part_and_that_part_can_go_back() {
        PaymentView open = payments.authorise(due, EMBEDDED);
        stripe.payWithin(secret(open), TestCard.GOOD);
        assertThat(look(open).state()).isEqualTo(PaymentState.AUTHORISED);

        Money part = Money.of(2000, "EUR");
        PaymentView taken = asSystem(() -> payments.capture(open.id(), part));

        assertThat(taken.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(taken.amount()).isEqualTo(part);
        assertThat(fixture.heardOf(due.order()))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("PaymentAuthorised", "PaymentCaptured");
        assertThatThrownBy(() -> asSystem(() -> payments.refund(open.id(), due.amount(), "all", "a-" + open.id())))
                .isInstanceOf(PaymentRefused.MoreThanPaid.class);
    }

    @Test
    void reserved_money_is_let_go_and_cannot_be_taken_afterwards() {
        PaymentView open = payments.authorise(due, EMBEDDED);
        stripe.payWithin(secret(open), TestCard.GOOD);
        assertThat(look(open).state()).isEqualTo(PaymentState.AUTHORISED);

        assertThat(asSystem(() -> payments.release(open.id())).state()).isEqualTo(PaymentState.CANCELLED);
        assertThatThrownBy(() -> asSystem(() -> payments.capture(open.id(), due.amount())))
                .isInstanceOf(PaymentRefused.NotReserved.class);
        assertThat(fixture.heardOf(due.order())).last().isInstanceOf(PaymentEvent.PaymentReleased.class);
    }

    @ParameterizedTest
    @CsvSource({"LATER, EMBEDDED", "LATER, REDIRECT", "SET_UP, EMBEDDED", "SET_UP, REDIRECT"})
    void giving_up_leaves_what_was_reserved_or_set_up_meanwhile_and_letting_go_does_not(
            Capture capture, Presentation presentation) {
        ChargeRequest request = request(capture, presentation);
        ChargeFact open = provider.start(request);
        switch (Objects.requireNonNull(open.action())) {
            case NextAction.Redirect page -> stripe.payOn(page.url(), TestCard.GOOD);
            case NextAction.Embedded form -> stripe.payWithin(form.clientSecret(), TestCard.GOOD);
        }
        ChargeRef ref = new ChargeRef(Objects.requireNonNull(open.ref()), null);

        assertThat(provider.cancel(request, ref).standing()).isEqualTo(ChargeFact.Standing.AUTHORISED);
        assertThat(provider.charge(ref).standing()).isEqualTo(ChargeFact.Standing.AUTHORISED);
        assertThat(provider.release(ref).standing()).isEqualTo(ChargeFact.Standing.CANCELLED);
    }

    /** Stripe cancels what is reserved, too, where that came between our look and our call. */
    @Test
    void what_is_reserved_while_stripe_is_asked_to_give_it_up_buys_nothing() {
        PaymentView open = payments.authorise(due, EMBEDDED);
        AtomicReference<PaymentState> heard = new AtomicReference<>();
        stripe.fake().faults().before("/cancel", path -> {
            stripe.payWithin(secret(open), TestCard.GOOD);
            heard.set(look(open).state());
        });

        PaymentView after = cancel(open);

        assertThat(heard.get()).isEqualTo(PaymentState.REQUIRES_ACTION);
        assertThat(after.state()).isEqualTo(PaymentState.CANCELLED);
        assertThat(fixture.heardOf(due.order())).isEmpty();
    }

    @Test
    void who_agreed_before_stripe_is_asked_to_give_it_up_keeps_what_they_have() {
        PaymentView open = payments.authorise(due, EMBEDDED);
        stripe.payWithin(secret(open), TestCard.GOOD);

        assertThat(cancel(open).state()).isEqualTo(PaymentState.AUTHORISED);

        assertThat(look(open).state()).isEqualTo(PaymentState.AUTHORISED);
        assertThat(fixture.heardOf(due.order())).singleElement().isInstanceOf(PaymentEvent.PaymentAuthorised.class);
    }

    /** Whether it was given up, nobody knows: what is reserved then counts as soon as that call can't arrive any more. */
    @Test
    void where_giving_up_was_never_answered_what_is_reserved_counts_a_little_later() {
        PaymentView open = payments.authorise(due, EMBEDDED);
        goWrong();
        stripe.fake().faults().chance(Faults.Call.CUT_BEFORE, 1);
        assertThatThrownBy(() -> cancel(open)).isInstanceOf(PaymentRefused.ProviderDown.class);
        stripe.fake().faults().off();
        stripe.payWithin(secret(open), TestCard.GOOD);
        assertThat(look(open).state()).isEqualTo(PaymentState.REQUIRES_ACTION);

        books.rewrite(
                "update payment.payments set giving_up_until = now() - interval '1 second' where id = ?",
                open.id().value());

        await().until(() -> look(open).state() == PaymentState.AUTHORISED);
    }

    private ChargeRequest request(Capture capture, Presentation presentation) {
        return new ChargeRequest(
                "k-" + due.order(),
                due.order().toString(),
                null,
                null,
                due.amount(),
                Money.zero(due.amount().currency()),
                due.description(),
                due.buyerEmail(),
                null,
                presentation,
                capture,
                false,
                null,
                false,
                due.returnUrl(),
                Instant.now().plusSeconds(3600));
    }

    @Test
    void a_capture_whose_answer_was_lost_is_found_out_by_the_next_look() {
        PaymentView open = payments.authorise(due, EMBEDDED);
        stripe.payWithin(secret(open), TestCard.GOOD);
        assertThat(look(open).state()).isEqualTo(PaymentState.AUTHORISED);

        goWrong(Faults.Call.CUT_AFTER, Faults.Call.CUT_AFTER, Faults.Call.CUT_AFTER);
        try {
            asSystem(() -> payments.capture(open.id(), due.amount()));
        } catch (PaymentRefused.ProviderDown lost) {
            // nobody knows what happened
        }
        stripe.fake().faults().off();

        assertThat(look(open).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(fixture.heardOf(due.order())).last().isInstanceOf(PaymentEvent.PaymentCaptured.class);
    }

    private PaymentView paid() {
        PaymentView open = payments.start(due, EMBEDDED);
        stripe.payWithin(secret(open), TestCard.GOOD);
        return await().until(() -> look(open), payment -> payment.state() == PaymentState.SUCCEEDED);
    }

    private PaymentView look(PaymentView payment) {
        return asSystem(() -> payments.refresh(payment.id()));
    }

    private PaymentView cancel(PaymentView payment) {
        return asSystem(() -> payments.cancel(payment.id()));
    }

    private <T> T asSystem(Supplier<T> work) {
        return acting.asSystem(due.organization(), work);
    }

    private static PaymentView.NextAction next(PaymentView payment) {
        return Objects.requireNonNull(payment.nextAction());
    }

    private static String page(PaymentView payment) {
        return Objects.requireNonNull(next(payment).url());
    }

    private static String secret(PaymentView payment) {
        return Objects.requireNonNull(next(payment).clientSecret());
    }

    private static String intent(PaymentView payment) {
        String secret = secret(payment);
        return secret.substring(0, secret.indexOf("_secret_"));
    }
}
