package io.marquee.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.kernel.PersonId;
import io.marquee.payment.DiscrepancyView;
import io.marquee.payment.PaymentRefused;
import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.payment.Reconciliation;
import io.marquee.payment.ReconciliationFixture;
import io.marquee.payment.ReconciliationView;
import io.marquee.payment.provider.PayoutFact;
import io.marquee.payment.provider.TransferFact;
import io.marquee.platform.tenancy.Acting;
import io.marquee.stripe.FakeStripe;
import io.marquee.stripe.Faults;
import io.marquee.stripe.TestCard;
import io.marquee.testing.AdministratorFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PaymentTest;
import io.marquee.testing.PayoutFixture;
import io.marquee.testing.PayoutFixture.Owned;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.StripeFixture;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What moves in an organizer's account at Stripe beside payments: nothing of it is made twice, and nothing goes unseen. */
@MarqueeTest(settings = {FakeStripe.SETTING, "MARQUEE_STRIPE_CONNECT=direct"})
@PaymentTest
class AccountBooksTest {
    /** One that nobody else takes. */
    private static final long FEE = 257;

    @Autowired
    private PayoutFixture fixture;

    @Autowired
    private PayoutAccountsOf accounts;

    @Autowired
    private Payouts payouts;

    @Autowired
    private Transfers transfers;

    @Autowired
    private OperatorMoves own;

    @Autowired
    private Payments payments;

    @Autowired
    private ReconciliationFixture books;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private AdministratorFixture administrators;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private StripeFixture stripe;

    @Autowired
    private Acting acting;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private PersonId root;
    private Owned owned;
    private String account;

    @BeforeEach
    void open_an_account() {
        stripe.calm();
        // nothing is told: what a job asks for then would take the faults that are planned here
        stripe.fake().webhooks().hold();
        root = administrators.appoint();
        owned = fixture.organization();
        account = Objects.requireNonNull(fixture.open(owned, "stripe").account());
        stripe.fake().onboard(account);
        fixture.as(owned, () -> accounts.account(owned.id(), "stripe"));
    }

    @AfterEach
    void calm() {
        stripe.calm();
        // too long ago for any night to miss it
        sql(
                "update payout.operator_moves set at = at - interval '1 year' where provider_ref = 'po_gone' || ?",
                account);
        sql("delete from payment.discrepancies where charge = 'po_gone' || ?", account);
        administrators.dismiss(root);
    }

    @Test
    void a_payout_that_nobody_saw_is_in_the_books_the_next_night() {
        paidOutUnheard();
        assertThat(fixture.paidOut(owned)).isZero();

        ReconciliationView night = compared();
        assertThat(night.payouts()).isPositive();
        // and what a payment costs, where its own webhook was lost, too
        assertThat(night.repaired()).isPositive();
        assertThat(compared().repaired()).as("once").isZero();

        assertThat(fixture.paidOut(owned)).isEqualTo(payout().amount().amount()).isPositive();
    }

    @Test
    void what_stripe_took_from_the_account_by_itself_is_booked_at_night() {
        stripe.fake().takeFee(account, "eur", 250);

        assertThat(compared()).returns(1, ReconciliationView::fees).returns(1, ReconciliationView::repaired);
        assertThat(compared().repaired()).as("once").isZero();

        assertThat(fixture.booked(owned, "provider_fee")).isEqualTo(250);
    }

    @Test
    void payouts_and_transfers_that_only_one_side_knows_wait_for_a_person() {
        paidOutUnheard();
        compared();
        sql("update payout.payouts set amount = amount - 1 where account = ?", account);
        sql("""
                insert into payout.payouts
                select gen_random_uuid(), organization_id, provider, account, 'po_gone' || account, 'paid', 100, 'EUR', created_at, updated_at
                from payout.payouts where account = ?
                """, account);
        String transfer = stripe.fake().transferInDashboard(account, "eur", 700);

        assertThat(compared().found()).isEqualTo(3);

        List<DiscrepancyView> open = acting.asPlatform(
                () -> reconciliation.discrepancies(false, null, 100).items());
        assertThat(open)
                .filteredOn(found -> account.equals(found.account()))
                .extracting(DiscrepancyView::kind, DiscrepancyView::charge)
                .containsExactlyInAnyOrder(
                        tuple("payout_amount", payout().ref()),
                        tuple("payout_missing_there", "po_gone" + account),
                        tuple("transfer_unknown", transfer));
        assertThat(compared().found()).as("once").isZero();
    }

    @Test
    void what_leaves_the_operators_own_account_is_seen_at_night_and_what_is_not_there_any_more_waits_for_a_person() {
        stripe.fake().topUp("eur", 5000);
        stripe.fake().takeFee(null, "eur", FEE);
        String payout = stripe.fake().payOut(null, "eur");
        sql(
                "insert into payout.operator_moves values ('stripe', 'po_gone' || ?, 'payout', 'paid', 100, 'EUR', now() - interval '1 minute', now())",
                account);

        // others have moves there too: theirs are counted nowhere
        books.reconcile("stripe", null);
        assertThat(stateOf(payout)).isNotEqualTo(PayoutFact.Standing.PAID);
        stripe.fake().payoutArrives(payout);
        books.reconcile("stripe", null);

        assertThat(stateOf(payout)).isEqualTo(PayoutFact.Standing.PAID);
        assertThat(asRoot(() -> own.all(null, 100)).items())
                .filteredOn(move -> move.kind() == OperatorMoveView.Kind.FEE)
                .extracting(OperatorMoveView::amount)
                .contains(Money.of(FEE, "EUR"));
        List<DiscrepancyView> open =
                asRoot(() -> reconciliation.discrepancies(false, null, 100)).items();
        assertThat(open).extracting(DiscrepancyView::charge).as("once").containsOnlyOnce("po_gone" + account);
    }

    private PayoutFact.@Nullable Standing stateOf(String payout) {
        return asRoot(() -> own.all(null, 100)).items().stream()
                .filter(move -> move.ref().equals(payout))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void a_transfer_whose_answer_was_lost_is_not_made_again_when_stripe_has_forgotten_its_key() {
        stripe.fake().transferInDashboard(account, "eur", 1);
        stripe.fake().topUp("eur", 10_000);
        TransferView lost = unheard(() -> transfers.make(
                owned.id(),
                "stripe",
                Money.of(4800, "EUR"),
                "Advance",
                Ids.next().toString()));
        stripe.fake().forgetKeys();

        transfers.catchUp();

        assertThat(now(lost).state()).isEqualTo(TransferState.SENT);
        assertThat(made()).extracting(TransferFact::amount).containsExactly(Money.of(4800, "EUR"), Money.of(1, "EUR"));
    }

    @Test
    void a_transfer_that_is_refused_when_nobody_waits_for_it_any_more_is_told_to_those_who_do() {
        assertThatThrownBy(() -> asRoot(() -> passOn(9_999_999_00)))
                .as("who asks for it is there, and reads it")
                .isInstanceOf(PayoutRefused.Denied.class);
        TransferView lost = unheard(() -> passOn(9_999_999_00));

        transfers.catchUp();
        transfers.catchUp();

        assertThat(now(lost).state()).isEqualTo(TransferState.FAILED);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(fixture.mails(owned, "transfer_refused")).isOne());
        assertThat(made()).isEmpty();
    }

    private TransferView passOn(long amount) {
        return transfers.make(
                owned.id(),
                "stripe",
                Money.of(amount, "EUR"),
                "Advance",
                Ids.next().toString());
    }

    @Test
    void what_is_taken_back_is_not_taken_back_twice_when_stripe_has_forgotten_the_key() {
        stripe.fake().topUp("eur", 10_000);
        TransferView sent = asRoot(() -> transfers.make(
                owned.id(),
                "stripe",
                Money.of(4800, "EUR"),
                "Advance",
                Ids.next().toString()));
        TransferView lost = unheard(() -> transfers.reverse(
                sent.id().toString(), Money.of(1800, "EUR"), Ids.next().toString()));
        stripe.fake().forgetKeys();

        transfers.catchUp();

        assertThat(now(lost).state()).isEqualTo(TransferState.SENT);
        assertThat(made()).singleElement().returns(Money.of(1800, "EUR"), TransferFact::reversed);
        assertThat(compared().found()).as("both books say so").isZero();
    }

    /** Stripe does what it is asked, and we do not hear of it. */
    private TransferView unheard(Supplier<TransferView> asking) {
        stripe.fake()
                .faults()
                .next(Faults.Call.NONE, Faults.Call.CUT_AFTER, Faults.Call.UNAVAILABLE, Faults.Call.UNAVAILABLE);
        assertThatThrownBy(() -> asRoot(asking)).isInstanceOf(PaymentRefused.ProviderDown.class);
        stripe.calm();
        TransferView stored = asRoot(() -> transfers.all(null, 1)).items().getFirst();
        assertThat(stored.state()).isEqualTo(TransferState.REQUESTED);
        sql("update payout.transfers set created_at = created_at - interval '1 hour' where id = ?", stored.id());
        return stored;
    }

    private TransferView now(TransferView transfer) {
        return asRoot(() -> transfers.all(null, 100)).items().stream()
                .filter(one -> one.id().equals(transfer.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<TransferFact> made() {
        return fixture.as(owned, () -> payouts.transfers(owned.id(), "stripe", null, 50))
                .items();
    }

    private ReconciliationView compared() {
        return books.reconcile("stripe", account);
    }

    private PayoutFact payout() {
        return fixture.as(owned, () -> payouts.payouts(owned.id(), "stripe", null, 50))
                .items()
                .getFirst();
    }

    private void paidOutUnheard() {
        PaymentView open = payments.start(fixture.due(owned, 4800), Payments.Way.through("stripe", null));
        stripe.payOn(
                Objects.requireNonNull(Objects.requireNonNull(open.nextAction()).url()), TestCard.GOOD);
        await().until(() ->
                acting.asSystem(owned.id(), () -> payments.refresh(open.id())).state() == PaymentState.SUCCEEDED);
        String payout = stripe.fake().payOut(account, "eur");
        stripe.fake().payoutArrives(payout);
    }

    private <T> T asRoot(Supplier<T> work) {
        return acting.as(people.actor(root), work);
    }

    private void sql(String statement, Object... params) {
        acting.asPlatform(() -> transaction.executeWithoutResult(
                status -> jdbc.sql(statement).params(params).update()));
    }
}
