package io.marquee.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.identity.Permission;
import io.marquee.kernel.Forbidden;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.kernel.PersonId;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.payment.PlatformFee;
import io.marquee.payment.PlatformFees;
import io.marquee.payment.provider.PayoutFact;
import io.marquee.payment.provider.PayoutFact.Standing;
import io.marquee.payment.provider.TransactionFact;
import io.marquee.payment.provider.TransactionFact.Kind;
import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PaymentTest;
import io.marquee.testing.PayoutFixture;
import io.marquee.testing.PayoutFixture.Owned;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An organizer's account, from opening it to money at the bank, at the sandbox. */
@PaymentTest
class SandboxAccountsTest {
    private static final Currency EUR = Currency.getInstance("EUR");

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
    private PeopleFixture people;

    @Autowired
    private OrganizationFixture organizations;

    @Autowired
    private Acting acting;

    @Autowired
    private SandboxFixture sandbox;

    private Owned owned;

    @BeforeEach
    void found() {
        sandbox.behave("now", 1, 1, 0);
        owned = fixture.organization();
    }

    @AfterEach
    void mend() {
        sandbox.mend();
    }

    @Test
    void an_account_says_in_words_what_is_missing_until_its_owner_says_who_they_are() {
        fixture.open(owned, "sandbox");
        assertThat(state()).isEqualTo(AccountState.INCOMPLETE);
        assertThat(fixture.browserOf(owned).get(path()).body())
                .contains("Unfinished", "A bank account", "nobody has said yet whose it is");

        onboard("incomplete");
        assertThat(state()).isEqualTo(AccountState.RESTRICTED);

        onboard("verified");
        assertThat(state()).isEqualTo(AccountState.ACTIVE);
        assertThat(fixture.browserOf(owned).get(path()).body()).contains("takes payments and pays out");
    }

    @Test
    void opened_twice_it_is_one_account() {
        String first = Objects.requireNonNull(fixture.open(owned, "sandbox").account());
        assertThat(fixture.open(owned, "sandbox").account()).isEqualTo(first);
    }

    @Test
    void what_is_paid_lies_in_it_without_the_operators_fee() {
        active();
        fee(new PlatformFee(250, 30));

        PaymentView paid = fixture.paid(owned, 4800);

        assertThat(fixture.feeOf(paid)).isEqualTo(150);
        assertThat(available()).isEqualTo(4650);
        assertThat(transactions(null)).singleElement().satisfies(moved -> {
            assertThat(moved.kind()).isEqualTo(Kind.CHARGE);
            assertThat(moved.fee()).isEqualTo(Money.of(150, "EUR"));
        });
    }

    @Test
    void a_refund_returns_the_operators_fee_in_proportion_to_the_last_cent() {
        active();
        fee(new PlatformFee(333, 0));
        PaymentView paid = fixture.paid(owned, 1000);
        assertThat(fixture.feeOf(paid)).isEqualTo(33);

        for (int i = 0; i < 3; i++) refund(paid, i < 2 ? 333 : 334);

        await().untilAsserted(() -> assertThat(available()).isZero());
        assertThat(transactions(Kind.REFUND)).hasSize(3);
        assertThat(transactions(null).stream().mapToLong(m -> m.fee().amount()).sum())
                .isZero();
        await().untilAsserted(() -> {
            assertThat(booked("platform_fee")).isZero();
            assertThat(booked("provider_balance")).isZero();
        });
    }

    private long booked(String account) {
        return Long.parseLong(sandbox.one(
                "select coalesce(sum(amount), 0)::text from ledger.entries where organization_id = ?::uuid and account = ?",
                owned.id().toString(),
                account));
    }

    @Test
    void an_organizations_own_fee_goes_before_everybodys_and_a_later_one_changes_no_payment() {
        active();
        fee(new PlatformFee(1000, 0));
        PaymentView before = fixture.paid(owned, 1000);
        fee(new PlatformFee(0, 0));

        assertThat(fixture.feeOf(before)).isEqualTo(100);
        assertThat(fixture.feeOf(fixture.paid(owned, 1000))).isZero();
    }

    @Test
    void without_an_account_the_money_is_the_operators_and_no_fee_is_kept() {
        fee(new PlatformFee(1000, 0));
        assertThat(fixture.feeOf(fixture.paid(owned, 1000))).isZero();
    }

    @Test
    void a_payout_arrives_at_the_bank_and_is_in_the_books_once() {
        active();
        fixture.paid(owned, 4800);

        PayoutFact sent = payOut(4800, "first");
        assertThat(payOut(4800, "first").ref()).isEqualTo(sent.ref());

        assertThat(available()).isZero();
        assertThat(transactions(Kind.PAYOUT)).hasSize(1);
        assertThat(fixture.paidOut(owned)).isEqualTo(4800);
        await().untilAsserted(() -> assertThat(standing(sent)).isEqualTo(Standing.PAID));
        assertThat(fixture.paidOut(owned)).isEqualTo(4800);
    }

    @Test
    void a_payout_that_the_bank_returns_is_the_organizations_again() {
        fixture.open(owned, "sandbox");
        onboard("refusing");
        fixture.paid(owned, 4800);

        PayoutFact sent = payOut(4800, "first");

        await().untilAsserted(() -> {
            assertThat(standing(sent)).isEqualTo(Standing.FAILED);
            assertThat(fixture.paidOut(owned)).isZero();
        });
        assertThat(available()).isEqualTo(4800);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(fixture.mails(owned, "payout_returned")).isOne());
        Visitor mara = fixture.browserOf(owned);
        assertThat(mara.get("/api/v1/me/notifications").body()).contains("came back");
        String page = "/manage/organizations/" + owned.organization().slug() + "/payouts";
        assertThat(mara.get(page).body()).contains("The bank account is closed");
        assertThat(mara.get(page + "/sandbox/payouts/" + sent.ref()).body())
                .contains("the money is in your account again", "The bank account is closed");
    }

    @Test
    void more_than_there_is_is_not_paid_out() {
        active();
        assertThatThrownBy(() -> payOut(1, "first")).isInstanceOf(PayoutRefused.Denied.class);
    }

    @Test
    void only_owners_see_money() {
        active();
        PersonId administrator = organizations.member(owned.owner(), owned.id(), OrganizationRole.ADMIN);

        assertThatThrownBy(() -> acting.as(people.actor(administrator), () -> accounts.accounts(owned.id())))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining(Permission.MANAGE_MONEY.name().toLowerCase(java.util.Locale.ROOT));
        assertThatThrownBy(() -> acting.as(
                        people.actor(people.person("Sam Stranger")), () -> payouts.balance(owned.id(), "sandbox")))
                .isInstanceOf(io.marquee.kernel.NotFound.class);
    }

    private void active() {
        fixture.open(owned, "sandbox");
        onboard("verified");
    }

    /** Through the provider's page, as the owner would. */
    private void onboard(String outcome) {
        String page = fixture.as(
                owned,
                () -> accounts.onboarding(owned.id(), "sandbox", fixture.address("/done"), fixture.address("/again")));
        String sandbox = page.substring(page.indexOf("/sandbox/"));
        Visitor owner = fixture.browserOf(owned);
        assertThat(owner.get(sandbox).body()).contains("An account for Harbour Nights");
        assertThat(Visitor.location(owner.post(sandbox, "outcome", outcome))).isEqualTo("/done");
        state();
    }

    private AccountState state() {
        return fixture.as(owned, () -> accounts.account(owned.id(), "sandbox")).state();
    }

    private void fee(PlatformFee fee) {
        acting.asPlatform(() -> fees.set(owned.id(), EUR, fee));
    }

    private void refund(PaymentView paid, long amount) {
        acting.asSystem(
                owned.id(),
                () -> payments.refund(
                        paid.id(), Money.of(amount, "EUR"), "ill", Ids.next().toString()));
    }

    private long available() {
        return fixture.as(owned, () -> payouts.balance(owned.id(), "sandbox")).stream()
                .mapToLong(b -> b.available().amount())
                .sum();
    }

    private List<TransactionFact> transactions(@org.jspecify.annotations.Nullable Kind kind) {
        return fixture.as(owned, () -> payouts.transactions(owned.id(), "sandbox", kind, null, null, 50))
                .items();
    }

    private PayoutFact payOut(long amount, String key) {
        return fixture.as(owned, () -> payouts.payOut(owned.id(), "sandbox", Money.of(amount, "EUR"), key));
    }

    private Standing standing(PayoutFact payout) {
        return fixture.as(owned, () -> payouts.payout(owned.id(), "sandbox", payout.ref()))
                .standing();
    }

    private String path() {
        return "/manage/organizations/" + owned.organization().slug() + "/payouts";
    }
}
