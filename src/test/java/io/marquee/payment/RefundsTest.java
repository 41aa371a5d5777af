package io.marquee.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.kernel.Money;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PaymentTest
class RefundsTest {
    private static final Money TWENTY = Money.of(2000, "EUR");

    @Autowired
    private Payments payments;

    @Autowired
    private Refunds refunds;

    @Autowired
    private PaymentFixture fixture;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Settings settings;

    @Autowired
    private Acting acting;

    private Payments.Due due;

    @BeforeEach
    void owe() {
        due = fixture.due();
    }

    @Test
    void approved_money_arrives() {
        PaymentView paid = payments.start(due, "sandbox", PaymentFixture.GOOD_CARD);

        RefundView refund = refund(paid, due.amount(), "all");

        assertThat(refund.state()).isEqualTo(RefundState.APPROVED);
        await().untilAsserted(() -> assertThat(states()).containsExactly(RefundState.SUCCEEDED));
        assertThat(fixture.heardOf(due.order()))
                .contains(new PaymentEvent.RefundSucceeded(
                        refund.id(), due.order(), due.event(), due.organization(), due.amount()));
    }

    @Test
    void the_same_key_gives_the_same_refund() {
        PaymentView paid = payments.start(due, "sandbox", PaymentFixture.GOOD_CARD);

        RefundId first = refund(paid, TWENTY, "once").id();

        assertThat(refund(paid, TWENTY, "once").id()).isEqualTo(first);
        assertThat(states()).hasSize(1);
    }

    @Test
    void a_refund_whose_transaction_fails_never_was() {
        PaymentView paid = payments.start(due, "sandbox", PaymentFixture.GOOD_CARD);

        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    refund(paid, TWENTY, "undone");
                    throw new IllegalStateException("the order could not follow");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(states()).isEmpty();
        assertThat(refund(paid, due.amount(), "all").state()).isEqualTo(RefundState.APPROVED);
    }

    @Test
    void more_than_is_left_is_refused() {
        PaymentView paid = payments.start(due, "sandbox", PaymentFixture.GOOD_CARD);
        refund(paid, Money.of(3000, "EUR"), "first");

        assertThatThrownBy(() -> refund(paid, TWENTY, "second")).isInstanceOf(PaymentRefused.MoreThanPaid.class);
        assertThatThrownBy(() -> refund(paid, Money.of(100, "USD"), "dollars"))
                .isInstanceOf(PaymentRefused.MoreThanPaid.class);
        assertThat(refund(paid, Money.of(1800, "EUR"), "rest").state()).isEqualTo(RefundState.APPROVED);
    }

    @Test
    void what_was_not_paid_is_not_given_back() {
        PaymentView open = payments.start(due, "sandbox", null);

        assertThatThrownBy(() -> refund(open, TWENTY, "early")).isInstanceOf(PaymentRefused.MoreThanPaid.class);
    }

    @Test
    void a_refund_that_fails_leaves_its_money_to_be_refunded_again() {
        PaymentView paid = payments.start(due, "sandbox", PaymentFixture.CARD_WITHOUT_REFUNDS);

        refund(paid, due.amount(), "first");

        await().untilAsserted(() -> assertThat(states()).containsExactly(RefundState.FAILED));
        assertThat(fixture.heardOf(due.order()))
                .last()
                .isInstanceOfSatisfying(
                        PaymentEvent.RefundFailed.class,
                        failed -> assertThat(failed.why()).isEqualTo("refund_not_accepted"));
        assertThat(refund(paid, due.amount(), "second").state()).isEqualTo(RefundState.APPROVED);
    }

    @Test
    void many_refunds_at_once_never_give_back_more_than_was_paid() throws Exception {
        PaymentView paid = payments.start(due, "sandbox", PaymentFixture.GOOD_CARD);

        List<Future<RefundView>> asked = all(IntStream.range(0, 8)
                .<Callable<RefundView>>mapToObj(n -> () -> refund(paid, TWENTY, "race-" + n))
                .toList());

        assertThat(asked)
                .filteredOn(refund -> refund.state() == Future.State.SUCCESS)
                .hasSize(2);
        assertThat(states()).hasSize(2);
    }

    @Test
    void the_database_holds_the_line_where_nobody_asked_first() throws Exception {
        PaymentView paid = payments.start(due, "sandbox", PaymentFixture.GOOD_CARD);

        raceWithoutAsking(paid);

        assertThat(givenBack()).isLessThanOrEqualTo(due.amount().amount());
    }

    /** The control: the same race without the guard gives back more than was paid. */
    @Test
    void without_the_databases_guard_the_same_race_gives_back_too_much() throws Exception {
        PaymentView paid = payments.start(due, "sandbox", PaymentFixture.GOOD_CARD);
        guard("disable");
        try {
            raceWithoutAsking(paid);
        } finally {
            guard("enable");
        }
        assertThat(givenBack()).isGreaterThan(due.amount().amount());
    }

    /** Four at once see that nothing went back yet, and all give 20 of 48 euros. */
    private void raceWithoutAsking(PaymentView paid) throws Exception {
        CyclicBarrier allHaveLooked = new CyclicBarrier(4);
        all(IntStream.range(0, 4)
                .<Callable<Refund>>mapToObj(n -> () -> asSystem(() -> transactions.execute(status -> {
                    payments.refundsOfOrder(due.order());
                    awaitAt(allHaveLooked);
                    return refunds.approve(RefundId.next(), paid.id(), TWENTY, "race", paid.id() + "/" + n);
                })))
                .toList());
    }

    private static void awaitAt(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void guard(String switched) throws SQLException {
        var owner = Objects.requireNonNull(settings.database()).owner();
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table payment.refunds %s trigger never_more_than_paid".formatted(switched));
        }
    }

    private static <T> List<Future<T>> all(List<Callable<T>> work) throws InterruptedException {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            return pool.invokeAll(work);
        }
    }

    private RefundView refund(PaymentView payment, Money amount, String key) {
        return asSystem(() -> payments.refund(payment.id(), amount, "asked", payment.id() + "-" + key));
    }

    private List<RefundState> states() {
        return asSystem(() -> payments.refundsOfOrder(due.order())).stream()
                .map(RefundView::state)
                .toList();
    }

    private long givenBack() {
        return asSystem(() -> payments.refundsOfOrder(due.order())).stream()
                .mapToLong(refund -> refund.amount().amount())
                .sum();
    }

    private <T> T asSystem(Supplier<T> work) {
        return acting.asSystem(due.organization(), work);
    }
}
