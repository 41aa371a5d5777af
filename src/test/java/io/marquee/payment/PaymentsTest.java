package io.marquee.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.audit.History;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PaymentTest
class PaymentsTest {
    @Autowired
    private Payments payments;

    @Autowired
    private PaymentFixture fixture;

    @Autowired
    private History history;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transactions;

    private Payments.Due due;

    @BeforeEach
    void owe() {
        due = fixture.due();
    }

    @Test
    void a_good_card_succeeds_at_once() {
        PaymentView paid = payments.start(due, "sandbox", PaymentFixture.GOOD_CARD);

        assertThat(paid.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(fixture.heardOf(due.order()))
                .containsExactly(new PaymentEvent.PaymentSucceeded(
                        paid.id(), due.order(), due.event(), due.organization(), due.amount()));
        assertThat(moves(paid)).containsExactly("created", "succeeded");
    }

    @Test
    void a_declined_card_fails_with_its_reason() {
        PaymentView declined = payments.start(due, "sandbox", PaymentFixture.DECLINED_CARD);

        assertThat(declined.state()).isEqualTo(PaymentState.FAILED);
        assertThat(declined.failureCode()).isEqualTo("card_declined");
        assertThat(fixture.heardOf(due.order()))
                .singleElement()
                .isInstanceOfSatisfying(
                        PaymentEvent.PaymentFailed.class,
                        failed -> assertThat(failed.failureCode()).isEqualTo("card_declined"));
    }

    @Test
    void a_card_without_money_fails_with_that_reason() {
        assertThat(payments.start(due, "sandbox", PaymentFixture.POOR_CARD).failureCode())
                .isEqualTo("insufficient_funds");
    }

    @Test
    void after_a_failure_another_card_may_be_tried() {
        PaymentView declined = payments.start(due, "sandbox", PaymentFixture.DECLINED_CARD);
        PaymentView paid = payments.start(due, "sandbox", PaymentFixture.GOOD_CARD);

        assertThat(paid.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(asTeam(() -> payments.ofOrder(due.order())))
                .extracting(PaymentView::id)
                .containsExactly(paid.id(), declined.id());
    }

    @Test
    void a_paid_order_is_not_paid_again() {
        PaymentView paid = payments.start(due, "sandbox", PaymentFixture.GOOD_CARD);

        assertThat(payments.start(due, "sandbox", PaymentFixture.GOOD_CARD)).isEqualTo(paid);
        assertThat(fixture.heardOf(due.order())).hasSize(1);
    }

    @Test
    void without_a_card_the_buyer_is_sent_to_the_hosted_page_and_twice_to_the_same() {
        PaymentView first = payments.start(due, "sandbox", null);
        PaymentView second = payments.start(due, "sandbox", null);

        assertThat(first.state()).isEqualTo(PaymentState.REQUIRES_ACTION);
        assertThat(Objects.requireNonNull(first.nextAction()).url()).contains("/sandbox/pay/ch_");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void many_starts_at_once_make_one_attempt() throws Exception {
        List<Callable<PaymentView>> starts = IntStream.range(0, 8)
                .<Callable<PaymentView>>mapToObj(n -> () -> payments.start(due, "sandbox", PaymentFixture.GOOD_CARD))
                .toList();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var start : pool.invokeAll(starts)) {
                assertThat(start.get().state()).isEqualTo(PaymentState.SUCCEEDED);
            }
        }
        assertThat(asTeam(() -> payments.ofOrder(due.order()))).hasSize(1);
        assertThat(fixture.heardOf(due.order())).hasSize(1);
    }

    @Test
    void giving_up_is_confirmed_by_the_provider() {
        PaymentView open = payments.start(due, "sandbox", null);

        PaymentView cancelled = asTeam(() -> payments.cancel(open.id()));

        assertThat(cancelled.state()).isEqualTo(PaymentState.CANCELLED);
        assertThat(payments.start(due, "sandbox", PaymentFixture.GOOD_CARD).state())
                .isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void what_is_under_way_cannot_be_given_up() {
        PaymentView slow = payments.start(due, "sandbox", PaymentFixture.SLOW_CARD);

        assertThat(slow.state()).isEqualTo(PaymentState.PROCESSING);
        assertThat(asTeam(() -> payments.cancel(slow.id())).state()).isEqualTo(PaymentState.PROCESSING);
    }

    @Test
    void no_provider_is_called_inside_a_transaction() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(
                        status -> payments.start(due, "sandbox", PaymentFixture.GOOD_CARD)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside a transaction");
        assertThat(asTeam(() -> payments.ofOrder(due.order()))).isEmpty();
    }

    @Test
    void a_number_that_is_no_test_card_is_refused_before_anything_is_kept() {
        assertThatThrownBy(() -> payments.start(due, "sandbox", "5555 5555 5555 4444"))
                .isInstanceOf(InvalidInput.class);
        assertThat(asTeam(() -> payments.ofOrder(due.order()))).isEmpty();
    }

    @Test
    void an_unknown_provider_is_refused() {
        assertThatThrownBy(() -> payments.start(due, "barter", null))
                .isInstanceOf(PaymentRefused.UnknownProvider.class);
    }

    @Test
    void only_those_whom_it_concerns_see_a_payment() {
        PaymentView open = payments.start(due, "sandbox", null);

        assertThat(payments.ofOrder(due.order())).isEmpty();
        assertThatThrownBy(() -> payments.refresh(open.id())).isInstanceOf(NotFound.class);
        assertThat(acting.as(new Actor.Capability(due.hold().value()), () -> payments.refresh(open.id())))
                .isEqualTo(open);
        assertThat(acting.as(new Actor.Capability(due.order()), () -> payments.ofOrder(due.order())))
                .isEmpty();
    }

    @Test
    void yen_have_no_minor_units_and_arrive_as_they_are() {
        Payments.Due yen = fixture.due(Money.of(5000, "JPY"));
        assertThat(payments.start(yen, "sandbox", PaymentFixture.GOOD_CARD).amount())
                .isEqualTo(Money.of(5000, "JPY"));
    }

    private List<String> moves(PaymentView payment) {
        return asTeam(() -> history.of(payment.id().value())).stream()
                .map(History.Entry::to)
                .toList();
    }

    private <T> T asTeam(java.util.function.Supplier<T> work) {
        return acting.asSystem(due.organization(), work);
    }
}
