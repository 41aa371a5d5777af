package io.marquee.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.kernel.Money;
import io.marquee.kernel.Slice;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.sandbox.FaultyProvider;
import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The provider's books beside ours: what is safe is repaired, and nothing that differs goes unseen. */
@PaymentTest
class ReconciliationTest {
    private static final Money SOME = Money.of(1200, "EUR");
    private static final Money FEE = Money.of(97, "EUR");

    @Autowired
    private FaultyProvider faulty;

    @Autowired
    private ReconciliationRuns runs;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private Payments payments;

    @Autowired
    private Undecided undecided;

    @Autowired
    private PaymentFixture fixture;

    @Autowired
    private SandboxFixture sandbox;

    @Autowired
    private Acting acting;

    @Autowired
    private Clock clock;

    private Payments.Due due;

    @BeforeEach
    void nobody_tells_anything() {
        due = fixture.due();
        sandbox.webhooksCome("never");
    }

    @AfterEach
    void mend() {
        sandbox.mend();
        faulty.mend();
    }

    @Test
    void what_says_the_same_on_both_sides_is_no_difference() {
        PaymentView paid = paid();

        ReconciliationView run = reconciled();

        assertThat(run.charges()).isPositive();
        assertThat(about(paid)).isEmpty();
    }

    @Test
    void a_payment_whose_webhook_and_polls_were_all_lost_is_settled() {
        PaymentView open = payments.start(due, "sandbox", null);
        sandbox.rewrite(
                "delete from platform.scheduled_tasks where task_instance = ?",
                open.id().toString());
        sandbox.pay(open, PaymentFixture.GOOD_CARD);
        sandbox.rewrite(
                "delete from platform.scheduled_tasks where task_instance = ?",
                open.id().toString());

        assertThat(reconciled().repaired()).isPositive();

        assertThat(stored(open).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(about(open)).isEmpty();
    }

    @Test
    void what_nobody_goes_after_any_more_is_taken_up_again() {
        PaymentView open = payments.start(due, "sandbox", null);
        sandbox.rewrite(
                "delete from platform.scheduled_tasks where task_instance = ?",
                open.id().toString());
        sandbox.pay(open, PaymentFixture.GOOD_CARD);
        sandbox.rewrite(
                "update payment.payments set created_at = created_at - interval '5 minutes' where id = ?",
                open.id().value());

        undecided.takeUp();

        await().until(() -> stored(open).state() == PaymentState.SUCCEEDED);
    }

    @Test
    void a_fee_that_was_told_after_the_payment_is_booked() {
        faulty.line(FaultyProvider.Line.GOOD);
        PaymentView paid = payments.start(due, FaultyProvider.NAME, PaymentFixture.GOOD_CARD);
        faulty.bend(fact -> fact.reference().equals(paid.id().toString()) ? withFee(fact) : fact);

        assertThat(reconciled(FaultyProvider.NAME).repaired()).isPositive();

        assertThat(bookedFee(paid)).isEqualTo(FEE.amount());
        assertThat(reconciled(FaultyProvider.NAME).repaired()).as("once").isZero();
        assertThat(about(paid)).isEmpty();
    }

    private static ChargeFact withFee(ChargeFact fact) {
        return new ChargeFact(
                fact.ref(),
                fact.reference(),
                fact.standing(),
                fact.amount(),
                FEE,
                fact.action(),
                fact.failureCode(),
                fact.refunds(),
                fact.disputes());
    }

    private long bookedFee(PaymentView payment) {
        return Long.parseLong(sandbox.one("""
                select coalesce(sum(e.amount), 0)::text from ledger.postings p join ledger.entries e on e.posting_id = p.id
                where p.cause_kind = 'provider_fee' and e.account = 'provider_fee' and p.cause_id = ?::uuid
                """, payment.id().toString()));
    }

    @Test
    void a_refund_that_was_made_in_the_dashboard_is_a_refund_here() {
        PaymentView paid = paid();
        sandbox.refundWithoutUs(paid.id(), SOME);

        reconciled();

        assertThat(refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.state()).isEqualTo(RefundState.SUCCEEDED);
            assertThat(refund.amount()).isEqualTo(SOME);
        });
        assertThat(fixture.heardOf(due.order()))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("PaymentSucceeded", "RefundFound", "RefundSucceeded");
        assertThat(about(paid)).isEmpty();

        reconciled();
        assertThat(refunds()).as("once").hasSize(1);
    }

    @Test
    void a_dispute_that_nobody_told_us_of_is_found() {
        PaymentView paid = payments.start(due, "sandbox", PaymentFixture.DISPUTED_CARD);
        await().until(() -> !sandbox.one(
                        "select count(*)::text from payment.sandbox_disputes d join payment.sandbox_charges c on c.id = d.charge_id where c.reference = ?",
                        paid.id().toString())
                .equals("0"));

        reconciled();

        assertThat(acting.asSystem(due.organization(), () -> payments.disputesOfOrder(due.order())))
                .hasSize(1);
    }

    @Test
    void another_amount_there_is_listed_and_settles_nothing() {
        PaymentView paid = paid();
        sandbox.rewrite(
                "update payment.sandbox_charges set amount = 1 where reference = ?",
                paid.id().toString());

        reconciled();

        assertThat(about(paid)).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo("amount");
            assertThat(found.found()).isEqualTo("EUR 0.01");
        });
        reconciled();
        assertThat(about(paid)).as("seen again it is the same").hasSize(1);
    }

    @Test
    void a_payment_that_the_provider_has_never_heard_of_is_listed() {
        PaymentView paid = paid();
        sandbox.rewrite(
                "delete from payment.sandbox_charges where reference = ?",
                paid.id().toString());

        reconciled();

        assertThat(about(paid)).extracting(DiscrepancyView::kind).containsExactly("missing_there");
    }

    @Test
    void a_charge_that_nobody_knows_is_listed_and_sent_back_when_a_person_says_so() {
        String charge = sandbox.chargeWithoutUs("somebody else's", SOME);
        reconciled();
        DiscrepancyView stray = of(charge);
        assertThat(stray.kind()).isEqualTo("unknown_charge");
        assertThat(stray.payment()).isNull();

        acting.asPlatform(() -> reconciliation.refund(stray.id().toString(), "nobody knows whose it is"));

        await().until(() -> decided(stray).state() == DiscrepancyState.REFUNDED);
        assertThat(decided(stray).moves())
                .extracting(DiscrepancyView.Move::to)
                .containsExactly(DiscrepancyState.REFUNDING, DiscrepancyState.REFUNDED);
    }

    @Test
    void what_could_not_be_sent_back_is_sent_back_when_a_person_says_so_again() {
        String charge = sandbox.chargeWithoutUs("somebody's with a closed account", SOME);
        card(charge, PaymentFixture.CARD_WITHOUT_REFUNDS);
        reconciled();
        DiscrepancyView stray = of(charge);
        acting.asPlatform(() -> reconciliation.refund(stray.id().toString(), "nobody knows whose it is"));
        await().until(() -> discrepancies().stream()
                .anyMatch(
                        found -> found.id().equals(stray.id()) && found.moves().size() == 2));

        card(charge, PaymentFixture.GOOD_CARD);
        acting.asPlatform(() -> reconciliation.refund(stray.id().toString(), "there is an account again"));

        await().until(() ->
                discrepancies().stream().noneMatch(found -> found.id().equals(stray.id())));
        await().until(() -> decided(stray).state() == DiscrepancyState.REFUNDED);
    }

    @Test
    void what_the_provider_no_longer_has_waits_for_a_person_again_and_is_not_asked_for_for_ever() {
        String charge = sandbox.chargeWithoutUs("somebody else's", SOME);
        reconciled();
        sandbox.rewrite("delete from payment.sandbox_charges where id = ?", charge);
        DiscrepancyView stray = of(charge);

        acting.asPlatform(() -> reconciliation.refund(stray.id().toString(), "nobody knows whose it is"));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> discrepancies().stream()
                        .anyMatch(found ->
                                found.id().equals(stray.id()) && found.moves().size() == 2));
        assertThat(of(charge).moves().getLast().note()).isEqualTo("denied");
    }

    private DiscrepancyView of(String charge) {
        return discrepancies().stream()
                .filter(found -> charge.equals(found.charge()))
                .findFirst()
                .orElseThrow();
    }

    private void card(String charge, String card) {
        sandbox.rewrite(
                "update payment.sandbox_charges set card = '%s' where id = ?".formatted(card.replace(" ", "")), charge);
    }

    @Test
    void a_second_charge_for_one_payment_goes_back_by_itself() {
        PaymentView paid = paid();
        String second = sandbox.chargeWithoutUs(paid.id().toString(), due.amount());

        reconciled();

        await().until(() -> sandbox.one(
                        "select coalesce(sum(amount), 0)::text from payment.sandbox_refunds where charge_id = ? and state = 'paid_back'",
                        second)
                .equals("4800"));
        assertThat(stored(paid).state()).as("the first stays").isEqualTo(PaymentState.SUCCEEDED);
        assertThat(refunds()).isEmpty();
    }

    @Test
    void what_somebody_accepts_with_a_note_is_not_listed_any_more() {
        PaymentView paid = paid();
        sandbox.rewrite(
                "update payment.sandbox_charges set amount = 4799 where reference = ?",
                paid.id().toString());
        reconciled();
        DiscrepancyView found = about(paid).getFirst();

        acting.asPlatform(() -> reconciliation.accept(found.id().toString(), "a cent less by the bank"));

        assertThat(about(paid)).isEmpty();
        assertThat(decided(found).moves())
                .singleElement()
                .satisfies(move -> assertThat(move.note()).isEqualTo("a cent less by the bank"));
    }

    private PaymentView paid() {
        return payments.start(due, "sandbox", PaymentFixture.GOOD_CARD);
    }

    private ReconciliationView reconciled() {
        return reconciled("sandbox");
    }

    private ReconciliationView reconciled(String provider) {
        var id = acting.asPlatform(() -> runs.request(
                provider,
                null,
                "by_hand",
                clock.instant().minus(Duration.ofMinutes(20)),
                clock.instant().plusSeconds(1)));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !List.of("waiting", "running")
                        .contains(run(id.toString()).state()));
        assertThat(run(id.toString()).lastError()).isNull();
        return run(id.toString());
    }

    private ReconciliationView run(String id) {
        return acting.asPlatform(() -> reconciliation.byId(id));
    }

    @Test
    void what_differs_is_read_page_by_page() {
        List<DiscrepancyView> all = new ArrayList<>();
        String cursor = null;
        do {
            String place = cursor;
            Slice<DiscrepancyView> slice = acting.asPlatform(() -> reconciliation.discrepancies(false, place, 2));
            all.addAll(slice.items());
            cursor = slice.next();
        } while (cursor != null && all.size() < 10);

        assertThat(all).startsWith(discrepancies().stream().limit(all.size()).toArray(DiscrepancyView[]::new));
    }

    private List<DiscrepancyView> discrepancies() {
        return acting.asPlatform(
                () -> reconciliation.discrepancies(false, null, 200).items());
    }

    private List<DiscrepancyView> about(PaymentView payment) {
        return discrepancies().stream()
                .filter(found -> payment.id().equals(found.payment()))
                .toList();
    }

    private DiscrepancyView decided(DiscrepancyView found) {
        return acting
                .asPlatform(() -> reconciliation.discrepancies(true, null, 200).items())
                .stream()
                .filter(one -> one.id().equals(found.id()))
                .findFirst()
                .orElseThrow();
    }

    private PaymentView stored(PaymentView payment) {
        return asSystem(() -> payments.ofOrder(due.order())).stream()
                .filter(one -> one.id().equals(payment.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<RefundView> refunds() {
        return asSystem(() -> payments.refundsOfOrder(due.order()));
    }

    private <T> T asSystem(Supplier<T> work) {
        return acting.asSystem(due.organization(), work);
    }
}
