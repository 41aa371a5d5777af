package io.marquee.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.media.SignedLink;
import io.marquee.payment.DisputeState;
import io.marquee.payment.DisputeView;
import io.marquee.payment.EvidenceCase;
import io.marquee.payment.PaymentRefused;
import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.payment.PlatformFee;
import io.marquee.payment.PlatformFees;
import io.marquee.payment.provider.AccountFact.Topic;
import io.marquee.payment.provider.Evidence;
import io.marquee.payment.provider.PayoutFact;
import io.marquee.payment.provider.PayoutFact.Standing;
import io.marquee.payment.provider.PayoutSchedule;
import io.marquee.payment.provider.PayoutSchedule.Interval;
import io.marquee.payment.provider.TransactionFact;
import io.marquee.payment.provider.TransactionFact.Kind;
import io.marquee.platform.config.Settings;
import io.marquee.platform.personal.PersonalRecords;
import io.marquee.platform.personal.Subject;
import io.marquee.platform.tenancy.Acting;
import io.marquee.stripe.FakeStripe;
import io.marquee.stripe.Faults;
import io.marquee.stripe.TestCard;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PaymentTest;
import io.marquee.testing.PayoutFixture;
import io.marquee.testing.PayoutFixture.Owned;
import io.marquee.testing.StripeFixture;
import io.marquee.testing.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Organizers' own accounts at Stripe with direct charges, as its fake plays them. */
@MarqueeTest(settings = {FakeStripe.SETTING, "MARQUEE_STRIPE_CONNECT=direct"})
@PaymentTest
class StripeAccountsTest {
    private static final byte[] PDF = "%PDF-1.7 a receipt".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private PayoutFixture fixture;

    @Autowired
    private PayoutAccountsOf accounts;

    @Autowired
    private Payouts payouts;

    @Autowired
    private Payments payments;

    @Autowired
    private PlatformFees fees;

    @Autowired
    private EvidenceCase cases;

    @Autowired
    private StripeFixture stripe;

    @Autowired
    private List<PersonalRecords> personal;

    @Autowired
    private Settings settings;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Acting acting;

    private Owned owned;

    @BeforeEach
    void found() {
        stripe.calm();
        owned = fixture.organization();
    }

    @AfterEach
    void calm() {
        stripe.calm();
    }

    @Test
    void an_account_is_opened_once_and_asks_for_what_is_missing() {
        PayoutAccountView opened = fixture.open(owned, "stripe");

        assertThat(opened.state()).isEqualTo(AccountState.INCOMPLETE);
        assertThat(Objects.requireNonNull(opened.fact()).requirements())
                .extracting(r -> r.topic())
                .contains(Topic.BANK_ACCOUNT, Topic.TERMS, Topic.BUSINESS, Topic.PERSON);
        assertThat(fixture.open(owned, "stripe").account()).isEqualTo(opened.account());
        assertThat(fixture.as(
                        owned,
                        () -> accounts.onboarding(
                                owned.id(), "stripe", "https://example.org/done", "https://example.org/again")))
                .startsWith(stripe.fake().url());
    }

    @Test
    void where_stripe_opens_none_its_words_are_told_and_another_country_may_be_tried() {
        String api = "/api/v1/organizations/" + owned.id() + "/payout-accounts";
        String page = "/manage/organizations/" + owned.organization().slug() + "/payouts";
        Visitor owner = fixture.browserOf(owned);

        var refused = owner.send("POST", api, "{\"provider\": \"stripe\", \"country\": \"AQ\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("AQ is not currently supported by Stripe.");
        assertThat(Visitor.location(owner.post(page + "/stripe", "country", "AQ")))
                .isEqualTo(page);
        assertThat(owner.get(page).body()).contains("name=\"country\"");

        assertThat(fixture.open(owned, "stripe"))
                .satisfies(opened -> assertThat(opened.country()).isEqualTo("PT"))
                .satisfies(opened -> assertThat(opened.account()).startsWith("acct_"));
    }

    @Test
    void an_account_whose_answer_was_lost_is_not_opened_twice() {
        stripe.fake().faults().next(Faults.Call.CUT_AFTER, Faults.Call.CUT_BEFORE, Faults.Call.CUT_BEFORE);
        assertThatThrownBy(() -> fixture.open(owned, "stripe")).isInstanceOf(PaymentRefused.ProviderDown.class);
        stripe.calm();
        String account = account(fixture.open(owned, "stripe"));
        assertThat(account(fixture.open(owned, "stripe"))).isEqualTo(account);
    }

    @Test
    void a_webhook_about_the_account_is_a_hint_that_is_looked_after() {
        String account = account(fixture.open(owned, "stripe"));
        stripe.fake().onboard(account);
        await().untilAsserted(() -> assertThat(kept().state()).isEqualTo(AccountState.ACTIVE));

        stripe.fake().ask(account, true, "individual.verification.document");
        await().untilAsserted(() -> assertThat(kept().state()).isEqualTo(AccountState.RESTRICTED));
    }

    @Test
    void whoever_throws_the_platform_out_takes_no_money_any_more() {
        String account = active();
        stripe.fake().leave(account);
        await().untilAsserted(() -> assertThat(kept().chargesEnabled()).isFalse());
    }

    @Test
    void without_an_account_that_takes_money_nothing_is_sold_through_stripe() {
        Payments.Due due = fixture.due(owned, 4800);
        assertThatThrownBy(() -> payments.start(due, hosted())).isInstanceOf(PaymentRefused.NoAccount.class);

        fixture.open(owned, "stripe");
        assertThatThrownBy(() -> payments.start(due, hosted())).isInstanceOf(PaymentRefused.NoAccount.class);
        assertThat(acting.asSystem(owned.id(), () -> payments.ofOrder(due.order())))
                .isEmpty();
    }

    @Test
    void a_direct_charge_is_the_organizations_less_both_fees() {
        String account = active();
        fee(new PlatformFee(500, 0));

        PaymentView paid = paid(4800, TestCard.GOOD);

        assertThat(fixture.feeOf(paid)).isEqualTo(240);
        assertThat(transactions(null)).singleElement().satisfies(moved -> {
            assertThat(moved.amount()).isEqualTo(Money.of(4800, "EUR"));
            assertThat(moved.fee().amount()).isGreaterThan(240);
        });
        assertThat(fixture.as(owned, () -> payouts.balance(owned.id(), "stripe")))
                .singleElement()
                .satisfies(b -> assertThat(b.pending().amount()).isPositive());
        assertThat(account).startsWith("acct_");
    }

    @Test
    void a_refund_gives_the_platforms_part_back_too() {
        active();
        fee(new PlatformFee(500, 0));
        PaymentView paid = paid(4800, TestCard.GOOD);

        acting.asSystem(
                owned.id(),
                () -> payments.refund(
                        paid.id(), Money.of(2400, "EUR"), "ill", Ids.next().toString()));

        await().untilAsserted(() -> assertThat(transactions(Kind.REFUND)).hasSize(1));
        assertThat(transactions(null).stream()
                        .filter(moved -> moved.kind() != Kind.CHARGE)
                        .mapToLong(moved -> moved.net().amount())
                        .sum())
                .isEqualTo(-2400 + 120);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_payout_is_in_the_books_once_however_it_is_told(boolean returned) {
        String account = active();
        paid(4800, TestCard.GOOD);
        String payout = stripe.fake().payOut(account, "eur");
        stripe.fake().payoutArrives(payout);
        if (returned) stripe.fake().payoutFails(payout, "account_closed");

        await().untilAsserted(() -> assertThat(standing(payout)).isEqualTo(returned ? Standing.FAILED : Standing.PAID));
        long amount = fixture.as(owned, () -> payouts.payout(owned.id(), "stripe", payout))
                .amount()
                .amount();
        await().untilAsserted(() -> assertThat(fixture.paidOut(owned)).isEqualTo(returned ? 0 : amount));
        assertThat(fixture.as(owned, () -> payouts.transactions(owned.id(), "stripe", null, payout, null, 50))
                        .items())
                .extracting(TransactionFact::kind)
                .contains(Kind.CHARGE, Kind.PAYOUT);
    }

    @Test
    void a_payout_that_no_webhook_told_of_is_in_the_books_once_it_is_seen() {
        String payout = paidOutUnheard();
        assertThat(fixture.paidOut(owned)).isZero();

        long amount = payouts().getFirst().amount().amount();
        assertThat(fixture.paidOut(owned)).isEqualTo(amount).isPositive();

        stripe.fake().webhooks().hold();
        stripe.fake().payoutFails(payout, "account_closed");
        stripe.fake().webhooks().lose();
        assertThat(standing(payout)).isEqualTo(Standing.FAILED);
        assertThat(fixture.paidOut(owned)).isZero();
    }

    private String paidOutUnheard() {
        String account = active();
        paid(4800, TestCard.GOOD);
        stripe.fake().webhooks().hold();
        String payout = stripe.fake().payOut(account, "eur");
        stripe.fake().payoutArrives(payout);
        stripe.fake().webhooks().lose();
        return payout;
    }

    private List<PayoutFact> payouts() {
        return fixture.as(owned, () -> payouts.payouts(owned.id(), "stripe", null, 50))
                .items();
    }

    @Test
    void a_payout_is_made_once_though_stripe_has_forgotten_its_key() {
        String account = active();
        paid(4800, TestCard.GOOD);
        // back from the bank, it is available
        stripe.fake().payoutFails(stripe.fake().payOut(account, "eur"), "account_closed");
        Money part = Money.of(1000, "EUR");
        PayoutFact sent = fixture.as(owned, () -> payouts.payOut(owned.id(), "stripe", part, "k"));

        stripe.fake().forgetKeys();

        assertThat(fixture.as(owned, () -> payouts.payOut(owned.id(), "stripe", part, "k"))
                        .ref())
                .isEqualTo(sent.ref());
        assertThat(fixture.as(owned, () -> payouts.payOut(owned.id(), "stripe", part, "another"))
                        .ref())
                .isNotEqualTo(sent.ref());
    }

    @Test
    void lists_are_read_page_by_page() {
        active();
        for (int i = 0; i < 3; i++) paid(1000 + i, TestCard.GOOD);

        var first = fixture.as(owned, () -> payouts.transactions(owned.id(), "stripe", Kind.CHARGE, null, null, 2));
        var second =
                fixture.as(owned, () -> payouts.transactions(owned.id(), "stripe", Kind.CHARGE, null, first.next(), 2));

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isNull();
    }

    @Test
    void a_schedule_is_set_at_stripe() {
        active();
        PayoutSchedule manual = new PayoutSchedule(Interval.MANUAL, null, null);
        as(() -> payouts.schedule(owned.id(), "stripe", new PayoutPlan(manual, 5)));
        assertThat(Objects.requireNonNull(fixture.as(owned, () -> accounts.account(owned.id(), "stripe"))
                                .fact())
                        .schedule())
                .isEqualTo(manual);
    }

    @Test
    void a_dispute_is_answered_once_and_its_end_is_heard_of() {
        active();
        paid(4800, TestCard.DISPUTED);
        stripe.fake().timePasses();
        await().untilAsserted(() -> assertThat(disputes()).hasSize(1));
        DisputeView dispute = disputes().getFirst();
        assertThat(dispute.state()).isEqualTo(DisputeState.NEEDS_RESPONSE);
        assertThat(dispute.dueBy()).isNotNull();

        as(() -> cases.attach(dispute.id(), Evidence.RECEIPT, "../../receipt.exe", PDF));
        as(() -> cases.write(dispute.id(), Map.of(Evidence.MORE, "winning_evidence")));
        as(() -> cases.submit(dispute.id()));

        assertThat(disputes().getFirst().state()).isEqualTo(DisputeState.UNDER_REVIEW);
        assertThat(fixture.as(owned, () -> cases.evidence(dispute.id())))
                .filteredOn(item -> item.fileName() != null)
                .singleElement()
                .satisfies(file -> assertThat(file.fileName()).isEqualTo("receipt.pdf"));
        assertThatThrownBy(() -> as(() -> cases.submit(dispute.id())))
                .isInstanceOf(PaymentRefused.EvidenceClosed.class);

        stripe.fake().timePasses();
        await().untilAsserted(() -> assertThat(disputes().getFirst().state()).isEqualTo(DisputeState.WON));
        await().untilAsserted(() -> {
            assertThat(fixture.mails(owned, "dispute_opened")).isOne();
            assertThat(fixture.mails(owned, "dispute_won")).isOne();
        });
        SignedLink link = fixture.as(owned, () -> cases.file(dispute.id(), Evidence.RECEIPT));
        Visitor anybody = Visitor.of(settings.baseUrl());
        assertThat(anybody.get(link.path()).body()).isEqualTo(new String(PDF, StandardCharsets.ISO_8859_1));

        erase("ada@example.org");

        assertThat(anybody.get(link.path()).statusCode()).isEqualTo(404);
        assertThatThrownBy(() -> as(() -> cases.file(dispute.id(), Evidence.RECEIPT)))
                .isInstanceOf(NotFound.class);
    }

    /** As when the buyer is erased: banks have decided about them. */
    private void erase(String buyer) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> personal.stream()
                .filter(records -> records.module().equals("payment"))
                .forEach(records -> records.erase(new Subject(null, buyer)))));
    }

    private String active() {
        String account = account(fixture.open(owned, "stripe"));
        stripe.fake().onboard(account);
        assertThat(fixture.as(owned, () -> accounts.account(owned.id(), "stripe"))
                        .state())
                .isEqualTo(AccountState.ACTIVE);
        return account;
    }

    private static String account(PayoutAccountView opened) {
        return Objects.requireNonNull(opened.account());
    }

    /** As it is stored, without a look at Stripe. */
    private PayoutAccountView kept() {
        return fixture.as(owned, () -> accounts.accounts(owned.id())).getFirst();
    }

    private static Payments.Way hosted() {
        return Payments.Way.through("stripe", null);
    }

    private PaymentView paid(long amount, TestCard card) {
        PaymentView open = payments.start(fixture.due(owned, amount), hosted());
        stripe.payOn(Objects.requireNonNull(open.nextAction()).url(), card);
        PaymentView paid =
                acting.asSystem(owned.id(), () -> payments.ofOrder(open.order()).getFirst());
        acting.asSystem(owned.id(), () -> payments.refresh(paid.id()));
        await().untilAsserted(() -> assertThat(acting.asSystem(
                                owned.id(), () -> payments.ofOrder(open.order()).getFirst())
                        .state())
                .isEqualTo(PaymentState.SUCCEEDED));
        return paid;
    }

    private void fee(PlatformFee fee) {
        acting.asPlatform(() -> fees.set(owned.id(), Currency.getInstance("EUR"), fee));
    }

    private List<TransactionFact> transactions(@Nullable Kind kind) {
        return fixture.as(owned, () -> payouts.transactions(owned.id(), "stripe", kind, null, null, 50))
                .items();
    }

    private Standing standing(String payout) {
        return fixture.as(owned, () -> payouts.payout(owned.id(), "stripe", payout))
                .standing();
    }

    private List<DisputeView> disputes() {
        return fixture.as(owned, () -> cases.disputes(owned.id(), null, 50).items());
    }

    private void as(Runnable work) {
        fixture.as(owned, () -> {
            work.run();
            return true;
        });
    }
}
