package io.marquee.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What nobody touches any more ends all the same. */
@PaymentTest
class EndsByItselfTest {
    @Autowired
    private Payments payments;

    @Autowired
    private Followup followup;

    @Autowired
    private PaymentFixture fixture;

    @Autowired
    private SandboxFixture sandbox;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Acting acting;

    private Payments.Due due;

    @AfterEach
    void mend() {
        sandbox.mend();
    }

    @BeforeEach
    void owe() {
        due = fixture.due();
    }

    @Test
    void a_payment_that_was_left_lying_expires_at_the_provider_and_charges_nothing() {
        PaymentView open = payments.start(due, "sandbox", null);
        halfAnHourPasses(open);

        assertThat(followup.payment(open.id())).as("nothing left to look at").isNull();

        assertThat(state()).isEqualTo(PaymentState.CANCELLED);
        assertThat(last().failureCode()).isEqualTo("expired");
        assertThat(fixture.heardOf(due.order())).isEmpty();
    }

    @Test
    void nobody_can_pay_on_the_page_of_an_expired_payment() {
        PaymentView open = payments.start(due, "sandbox", null);
        halfAnHourPasses(open);

        sandbox.pay(open, PaymentFixture.GOOD_CARD);

        assertThat(asSystem(() -> payments.refresh(open.id())).state()).isEqualTo(PaymentState.CANCELLED);
    }

    @Test
    void a_slow_card_is_processing_and_then_paid_without_anybody_asking() {
        sandbox.behave("now", 0, 1, 0);

        assertThat(payments.start(due, "sandbox", PaymentFixture.SLOW_CARD).state())
                .isEqualTo(PaymentState.PROCESSING);

        await().untilAsserted(() -> assertThat(state()).isEqualTo(PaymentState.SUCCEEDED));
    }

    @Test
    void a_slow_refund_is_followed_to_its_end_by_the_poll_alone() {
        sandbox.behave("never", 0, 0, 0);
        PaymentView slow = payments.start(due, "sandbox", PaymentFixture.SLOW_CARD);
        asSystem(() -> payments.refresh(slow.id()));
        sandbox.behave("never", 0, 2, 0);

        RefundView refund = asSystem(() -> payments.refund(slow.id(), due.amount(), "asked", "slow-" + slow.id()));

        await().until(() -> refundState(refund) == RefundState.PROCESSING);
        await().until(() -> refundState(refund) == RefundState.SUCCEEDED);
    }

    @Test
    void a_disputed_payment_is_not_refunded_beside_the_dispute() {
        sandbox.webhooksCome("now");
        PaymentView paid = payments.start(due, "sandbox", PaymentFixture.DISPUTED_CARD);
        await().until(() ->
                !asSystem(() -> payments.disputesOfOrder(due.order())).isEmpty());

        RefundView refund = asSystem(() -> payments.refund(paid.id(), due.amount(), "asked", "d-" + paid.id()));

        await().until(() -> refundState(refund) == RefundState.FAILED);
    }

    private void halfAnHourPasses(PaymentView payment) {
        acting.asPlatform(() -> transactions.executeWithoutResult(
                status -> jdbc.sql("update payment.sandbox_charges set expires_at = now() where reference = ?")
                        .param(payment.id().toString())
                        .update()));
    }

    private RefundState refundState(RefundView refund) {
        return asSystem(() -> payments.refundsOfOrder(due.order())).stream()
                .filter(found -> found.id().equals(refund.id()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private PaymentState state() {
        return last().state();
    }

    private PaymentView last() {
        return asSystem(() -> payments.ofOrder(due.order())).getFirst();
    }

    private <T> T asSystem(Supplier<T> work) {
        return acting.asSystem(due.organization(), work);
    }
}
