package io.marquee.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.kernel.Money;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeRequest.Capture;
import io.marquee.payment.sandbox.FaultyProvider;
import io.marquee.payment.sandbox.FaultyProvider.Line;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls and answers get lost; nobody pays twice, and everything is decided in the end. */
@PaymentTest
class LostCallsTest {
    @Autowired
    private Payments payments;

    @Autowired
    private Attempts attempts;

    @Autowired
    private Followup followup;

    @Autowired
    private PaymentFixture fixture;

    @Autowired
    private FaultyProvider faulty;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private Acting acting;

    private Payments.Due due;

    @BeforeEach
    void goodLine() {
        due = fixture.due();
        faulty.line(Line.GOOD);
    }

    @AfterEach
    void mend() {
        faulty.mend();
    }

    @Test
    void a_crash_between_the_key_and_the_call_is_made_good_by_the_poll() {
        Attempt stored = asSystem(() ->
                attempts.open(due, Payments.Way.through("sandbox", PaymentFixture.GOOD_CARD), Capture.AT_ONCE, null));
        assertThat(charges(stored)).isZero();

        await().untilAsserted(() -> assertThat(state()).isEqualTo(PaymentState.SUCCEEDED));

        assertThat(charges(stored)).isEqualTo(1);
        assertThat(fixture.heardOf(due.order())).hasSize(1);
    }

    @Test
    void a_call_that_was_lost_is_sent_again_under_the_same_key() {
        faulty.line(Line.CALLS_LOST);
        assertThatThrownBy(this::pay).isInstanceOf(PaymentRefused.ProviderDown.class);
        assertThat(state()).as("undecided, not failed").isEqualTo(PaymentState.CREATED);

        faulty.line(Line.GOOD);
        PaymentView paid = pay();

        assertThat(paid.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(charges(attempt(paid.id()))).isEqualTo(1);
    }

    @Test
    void an_answer_that_was_lost_charges_nobody_twice() {
        faulty.line(Line.ANSWERS_LOST);
        assertThatThrownBy(this::pay).isInstanceOf(PaymentRefused.ProviderDown.class);

        faulty.line(Line.GOOD);
        PaymentView paid = pay();

        assertThat(paid.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(charges(attempt(paid.id()))).isEqualTo(1);
        assertThat(fixture.heardOf(due.order())).hasSize(1);
    }

    @Test
    void while_nobody_answers_the_poll_comes_again() {
        faulty.line(Line.CALLS_LOST);
        assertThatThrownBy(this::pay).isInstanceOf(PaymentRefused.ProviderDown.class);
        PaymentId id = asSystem(() -> payments.ofOrder(due.order())).getFirst().id();

        assertThat(followup.payment(id)).isNotNull();
        faulty.line(Line.GOOD);
        assertThat(followup.payment(id)).isNull();
        assertThat(state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void what_was_given_up_before_it_arrived_can_never_be_charged() {
        faulty.line(Line.CALLS_LOST);
        assertThatThrownBy(this::pay).isInstanceOf(PaymentRefused.ProviderDown.class);
        Attempt attempt =
                attempt(asSystem(() -> payments.ofOrder(due.order())).getFirst().id());
        faulty.line(Line.GOOD);

        assertThat(asSystem(() -> payments.cancel(attempt.id())).state()).isEqualTo(PaymentState.CANCELLED);

        assertThat(faulty.start(attempt.request()).standing()).isEqualTo(ChargeFact.Standing.CANCELLED);
    }

    @Test
    void giving_up_loses_to_a_payment_that_was_quicker() {
        faulty.line(Line.ANSWERS_LOST);
        assertThatThrownBy(this::pay).isInstanceOf(PaymentRefused.ProviderDown.class);
        faulty.line(Line.GOOD);
        PaymentId id = asSystem(() -> payments.ofOrder(due.order())).getFirst().id();

        assertThat(asSystem(() -> payments.cancel(id)).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(fixture.heardOf(due.order())).singleElement().isInstanceOf(PaymentEvent.PaymentSucceeded.class);
    }

    @Test
    void another_amount_than_was_asked_for_never_succeeds_in_silence() {
        faulty.bend(fact -> new ChargeFact(
                fact.ref(),
                fact.reference(),
                fact.standing(),
                Money.of(1, "EUR"),
                null,
                fact.action(),
                fact.failureCode(),
                List.of(),
                List.of()));

        PaymentView strange = pay();

        assertThat(strange.state().undecided()).isTrue();
        assertThat(fixture.heardOf(due.order())).isEmpty();
        assertThat(acting.asPlatform(
                        () -> reconciliation.discrepancies(false, null, 200).items()))
                .filteredOn(found -> strange.id().equals(found.payment()))
                .singleElement()
                .satisfies(found -> assertThat(found.found()).isEqualTo("EUR 0.01"));
    }

    private PaymentView pay() {
        return payments.start(due, FaultyProvider.NAME, PaymentFixture.GOOD_CARD);
    }

    private PaymentState state() {
        return asSystem(() -> payments.ofOrder(due.order())).getFirst().state();
    }

    private Attempt attempt(PaymentId id) {
        return asSystem(() -> attempts.byId(id));
    }

    private long charges(Attempt attempt) {
        return Objects.requireNonNull(acting.asPlatform(() -> transactions.execute(
                status -> jdbc.sql("select count(*) from payment.sandbox_charges where reference = ?")
                        .param(attempt.id().toString())
                        .query(Long.class)
                        .single())));
    }

    private <T> T asSystem(Supplier<T> work) {
        return acting.asSystem(due.organization(), work);
    }
}
