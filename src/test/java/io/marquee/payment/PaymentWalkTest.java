package io.marquee.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.audit.History;
import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeFact.Standing;
import io.marquee.payment.provider.ChargeRequest.Capture;
import io.marquee.payment.provider.RefundFact;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Random facts in random order, old ones and wrong ones among them, against the table of moves. */
@PaymentTest
class PaymentWalkTest {
    private static final int WALKS = 40;
    private static final int STEPS = 10;

    @Autowired
    private Payments payments;

    @Autowired
    private Attempts attempts;

    @Autowired
    private RefundApproval approval;

    @Autowired
    private Refunds refunds;

    @Autowired
    private ProviderFacts facts;

    @Autowired
    private History history;

    @Autowired
    private PaymentFixture fixture;

    @Autowired
    private org.springframework.transaction.support.TransactionTemplate transactions;

    @Autowired
    private Acting acting;

    @ParameterizedTest
    @ValueSource(longs = {20260101, 20260102})
    void a_payment_walks_only_where_the_table_lets_it(long seed) {
        Random random = new Random(seed);
        for (int walk = 0; walk < WALKS; walk++) {
            Payments.Due due = fixture.due();
            acting.asSystem(due.organization(), () -> walkPayment(due, random));
        }
    }

    private void walkPayment(Payments.Due due, Random random) {
        Attempt attempt = attempts.open(due, Payments.Way.through("sandbox", null), Capture.AT_ONCE, null);
        List<String> expected = new ArrayList<>(List.of("created"));
        PaymentState model = PaymentState.CREATED;
        for (int step = 0; step < STEPS; step++) {
            ChargeFact fact = randomFact(attempt, random);
            PaymentState to = PaymentState.valueOf(fact.standing().name());
            if (fact.amount().equals(attempt.amount()) && PaymentState.MOVES.allows(model, to)) {
                model = to;
                expected.add(Wire.name(to));
            }
            assertThat(facts.apply(attempt, fact).state()).isEqualTo(model);
        }
        assertThat(history.of(attempt.id().value()))
                .extracting(History.Entry::to)
                .containsExactlyElementsOf(expected);
        assertThat(fixture.heardOf(due.order())).hasSizeLessThanOrEqualTo(1);
        assertThat(fixture.heardOf(due.order()).isEmpty())
                .isEqualTo(model != PaymentState.SUCCEEDED && model != PaymentState.FAILED);
    }

    private static ChargeFact randomFact(Attempt attempt, Random random) {
        Standing standing = Standing.values()[random.nextInt(Standing.values().length)];
        Money amount = random.nextInt(6) == 0 ? attempt.amount().times(2) : attempt.amount();
        return new ChargeFact(
                "ch_" + attempt.id(),
                attempt.id().toString(),
                standing,
                amount,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    @ParameterizedTest
    @ValueSource(longs = {20260103, 20260104})
    void a_refund_walks_only_where_the_table_lets_it(long seed) {
        Random random = new Random(seed);
        for (int walk = 0; walk < WALKS / 4; walk++) {
            Payments.Due due = fixture.due();
            PaymentView paid = payments.start(due, "sandbox", PaymentFixture.GOOD_CARD);
            acting.asSystem(due.organization(), () -> walkRefund(paid, random));
        }
    }

    /** Inside one transaction, so that the job, which is staged with the refund, never sees it. */
    private void walkRefund(PaymentView paid, Random random) {
        transactions.executeWithoutResult(status -> {
            Refund refund =
                    approval.approve(paid.id(), paid.amount(), "walk", paid.id().toString());
            RefundState model = RefundState.APPROVED;
            for (int step = 0; step < STEPS; step++) {
                RefundFact.Standing standing = RefundFact.Standing.values()[random.nextInt(3)];
                RefundState to = RefundState.valueOf(standing.name());
                model = RefundState.MOVES.allows(model, to) ? to : model;
                assertThat(facts.apply(
                                        refund.id(),
                                        new RefundFact(
                                                "re_" + refund.id(), refund.key(), standing, paid.amount(), null))
                                .state())
                        .isEqualTo(model);
            }
            assertThat(refunds.byId(refund.id()).state()).isEqualTo(model);
            status.setRollbackOnly();
        });
    }
}
