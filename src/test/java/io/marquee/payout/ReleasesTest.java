package io.marquee.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventEvent.EventEnded;
import io.marquee.event.EventView;
import io.marquee.kernel.Forbidden;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.ledger.Ledger;
import io.marquee.ledger.Posting;
import io.marquee.ledger.Posting.About;
import io.marquee.ledger.Postings;
import io.marquee.payment.PayoutProviders;
import io.marquee.payment.provider.PayoutFact;
import io.marquee.payment.provider.PayoutSchedule.Interval;
import io.marquee.payment.provider.TransactionFact.Kind;
import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PaymentTest;
import io.marquee.testing.PayoutFixture;
import io.marquee.testing.PayoutFixture.Owned;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Rush;
import io.marquee.testing.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An event's money goes to the bank some days after its end, at the sandbox. The job itself may run beside each of these. */
@PaymentTest
class ReleasesTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(40));

    @Autowired
    private PayoutFixture fixture;

    @Autowired
    private PayoutAccountsOf accounts;

    @Autowired
    private Payouts payouts;

    @Autowired
    private Releases releases;

    @Autowired
    private ReleaseRows rows;

    @Autowired
    private ReleaseMoves moves;

    @Autowired
    private Releasing releasing;

    @Autowired
    private PayoutProviders providers;

    @Autowired
    private Ledger ledger;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private OrganizationFixture organizations;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private Acting acting;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SandboxFixture sandbox;

    private Owned owned;
    private EventView event;

    @BeforeEach
    void open() {
        sandbox.behave("now", 1, 1, 0);
        owned = fixture.organization();
        fixture.open(owned, "sandbox");
        onboard("verified");
        plan(3);
        event = fixture.draft(owned);
    }

    @AfterEach
    void mend() {
        sandbox.mend();
    }

    @Test
    void a_late_scheduler_sends_what_was_missed_once_though_three_nodes_come_at_once() throws InterruptedException {
        paid(4800, "EUR");
        paidForAnother(1000);
        end(LONG_AGO);

        Rush.of(3, i -> releasing::pass);

        await().atMost(LONG).untilAsserted(() -> {
            releasing.pass();
            assertThat(one().state()).isEqualTo(ReleaseState.SENT);
        });
        assertThat(one().amount()).isEqualTo(Money.of(4800, "EUR"));
        assertThat(sent()).isOne();
        assertThat(available()).isEqualTo(1000);
        assertThat(fixture.paidOut(owned)).isEqualTo(4800);
    }

    @Test
    void an_event_that_ends_twice_and_on_two_nodes_at_once_is_staged_once() throws InterruptedException {
        paid(4800, "EUR");
        Instant now = Instant.now();

        Rush.of(4, i -> () -> {
            end(now);
            return i;
        });

        assertThat(one().state()).isEqualTo(ReleaseState.DUE);
        assertThat(one().dueAt()).isAfter(now.plus(Duration.ofDays(2)));
        split("EUR");
        end(now);
        assertThat(all()).hasSize(1);
    }

    @Test
    void after_a_crash_between_the_call_and_its_record_it_was_sent_once() throws InterruptedException {
        paid(4800, "EUR");
        end(Instant.now());
        ReleaseView decided = decided(4800);
        PayoutFact unheard =
                providers.accounts("sandbox").payOut(system(() -> rows.key(decided)), account(), Money.of(4800, "EUR"));

        nobodyWaitsFor(decided);
        Rush.of(3, i -> releasing::pass);

        await().atMost(LONG).untilAsserted(() -> assertThat(one().state()).isEqualTo(ReleaseState.SENT));
        assertThat(one().payout()).isEqualTo(unheard.ref());
        assertThat(sent()).isOne();
        assertThat(fixture.paidOut(owned)).isEqualTo(4800);
    }

    @Test
    void it_waits_while_stakes_are_open() {
        paid(4800, "EUR");
        UUID stake = Ids.next();
        post(Postings.stakeHeld(about(), stake, Ids.next(), Money.of(1000, "EUR")));
        end(LONG_AGO);

        passUntil(ReleaseState.WAITING);
        assertThat(one().reason()).isEqualTo(ReleaseReason.STAKES_OPEN);
        assertThat(page()).contains("Stakes of this event may still go back");

        post(Postings.stakeForfeited(about(), stake, Ids.next(), Money.of(1000, "EUR")));
        dueNow();
        passUntil(ReleaseState.SENT);
        assertThat(one().amount()).isEqualTo(Money.of(4800, "EUR"));
    }

    @Test
    void each_currency_goes_by_itself() {
        paid(4800, "EUR");
        paid(700, "USD");
        end(LONG_AGO);

        await().atMost(LONG).untilAsserted(() -> {
            releasing.pass();
            assertThat(all()).extracting(ReleaseView::state).containsExactly(ReleaseState.SENT, ReleaseState.SENT);
        });
        assertThat(all())
                .extracting(ReleaseView::amount)
                .containsExactlyInAnyOrder(Money.of(4800, "EUR"), Money.of(700, "USD"));
        assertThat(sent()).isEqualTo(2);
    }

    @Test
    void where_less_is_there_than_the_event_brought_that_much_goes() {
        paid(4800, "EUR");
        fixture.as(owned, () -> payouts.payOut(owned.id(), "sandbox", Money.of(1800, "EUR"), "by hand"));
        end(LONG_AGO);

        passUntil(ReleaseState.SENT);

        assertThat(one().amount()).isEqualTo(Money.of(3000, "EUR"));
        assertThat(one().reason()).isEqualTo(ReleaseReason.LACKING);
    }

    @Test
    void an_event_that_brought_nothing_sends_nothing_of_the_others_money() {
        paidForAnother(4800);
        end(LONG_AGO);

        passUntil(ReleaseState.NOTHING);

        assertThat(one().reason()).isEqualTo(ReleaseReason.NOTHING_EARNED);
        assertThat(available()).isEqualTo(4800);
    }

    @Test
    void whoever_chooses_another_schedule_before_the_day_keeps_the_money_in_the_account() {
        paid(4800, "EUR");
        end(Instant.now());

        plan(null);

        assertThat(one().state()).isEqualTo(ReleaseState.NOTHING);
        assertThat(one().reason()).isEqualTo(ReleaseReason.PLAN_ENDED);
        dueNow();
        releasing.pass();
        assertThat(sent()).isZero();
        event = fixture.draft(owned);
        end(LONG_AGO);
        assertThat(all()).as("without a plan nothing is staged").hasSize(1);
    }

    @Test
    void another_number_of_days_moves_what_is_due() {
        end(Instant.now());
        plan(30);
        assertThat(one().dueAt()).isAfter(Instant.now().plus(Duration.ofDays(29)));
    }

    @Test
    void what_the_provider_refuses_says_why_and_is_tried_again_under_another_key() {
        paid(4800, "EUR");
        end(Instant.now());
        nobodyWaitsFor(decided(9900));
        passUntil(ReleaseState.FAILED);
        assertThat(page()).contains("insufficient funds", "Try again");
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(fixture.mails(owned, "release_refused")).isOne());

        Visitor mara = fixture.browserOf(owned);
        mara.post(path() + "/sandbox/releases/" + one().id() + "/attempts");
        assertThat(one().state()).isNotEqualTo(ReleaseState.FAILED);
        passUntil(ReleaseState.SENT);

        assertThat(one().amount()).isEqualTo(Money.of(4800, "EUR"));
        assertThat(mara.send("POST", api() + "/releases/" + one().id() + "/attempts", "{}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(mara.get(api() + "/releases").body()).contains("\"state\":\"sent\"", "\"amount\":4800");
    }

    @Test
    void what_the_bank_sends_back_can_be_sent_again() {
        onboard("refusing");
        paid(4800, "EUR");
        end(LONG_AGO);

        await().atMost(LONG).untilAsserted(() -> {
            releasing.pass();
            String payout = one().payout();
            if (payout != null) fixture.as(owned, () -> payouts.payout(owned.id(), "sandbox", payout));
            assertThat(one().reason()).isEqualTo(ReleaseReason.RETURNED);
        });

        assertThat(one().state()).isEqualTo(ReleaseState.FAILED);
        assertThat(available()).isEqualTo(4800);
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(fixture.mails(owned, "payout_returned")).isOne());
        assertThat(fixture.mails(owned, "release_refused"))
                .as("told as what it is, and once")
                .isZero();
    }

    @Test
    void only_owners_choose_and_see_it() {
        end(Instant.now());
        String release = one().id().toString();
        PersonId administrator = organizations.member(owned.owner(), owned.id(), OrganizationRole.ADMIN);
        var admin = people.actor(administrator);
        var stranger = people.actor(people.person("Sam Stranger"));

        assertThatThrownBy(() -> acting.as(admin, () -> releases.of(owned.id(), "sandbox", null, 5)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> acting.as(admin, () -> releases.tryAgain(owned.id(), "sandbox", release)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> acting.as(admin, () -> payouts.schedule(owned.id(), "sandbox", after(1))))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> acting.as(stranger, () -> releases.days(owned.id(), "sandbox")))
                .isInstanceOf(NotFound.class);
        Owned other = fixture.organization();
        assertThatThrownBy(() -> fixture.as(other, () -> releases.tryAgain(other.id(), "sandbox", release)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void days_are_chosen_on_the_page_and_through_the_api() {
        Visitor mara = fixture.browserOf(owned);
        mara.post(path() + "/sandbox/schedule", "interval", "after_events", "days", "7");
        assertThat(fixture.as(owned, () -> releases.days(owned.id(), "sandbox")))
                .isEqualTo(7);
        assertThat(mara.send("PUT", api() + "/schedule", "{\"interval\": \"after_events\"}")
                        .body())
                .contains("\"days\":3");
        assertThat(mara.send("PUT", api() + "/schedule", "{\"interval\": \"after_events\", \"days\": 31}")
                        .statusCode())
                .isEqualTo(422);
        assertThatThrownBy(() -> Schedules.parsed("after_events", "", "", "soon"))
                .isInstanceOf(InvalidInput.class);
        mara.post(path() + "/sandbox/schedule", "interval", "manual");
        assertThat(fixture.as(owned, () -> releases.days(owned.id(), "sandbox")))
                .isNull();
    }

    private static PayoutPlan after(@Nullable Integer days) {
        return new PayoutPlan(PayoutPlan.of(Interval.MANUAL).schedule(), days);
    }

    private void plan(@Nullable Integer days) {
        fixture.as(owned, () -> {
            payouts.schedule(owned.id(), "sandbox", after(days));
            return true;
        });
    }

    private void paid(long amount, String currency) {
        fixture.paid(owned, event, Money.of(amount, currency));
    }

    private void paidForAnother(long amount) {
        fixture.paid(owned, amount);
    }

    private void end(Instant at) {
        inside(() -> publisher.publishEvent(new EventEnded(event.id(), owned.id(), at)));
    }

    private List<ReleaseView> all() {
        return fixture.as(owned, () -> releases.of(owned.id(), "sandbox", null, 50))
                .items();
    }

    private ReleaseView one() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private ReleaseView split(String currency) {
        return system(() -> rows.split(one(), List.of(currency)));
    }

    private ReleaseView decided(long amount) {
        ReleaseView split = split("EUR");
        system(() -> moves.decide(split, Money.of(amount, "EUR"), null));
        return one();
    }

    private void nobodyWaitsFor(ReleaseView decided) {
        inside(() -> jdbc.sql("update payout.releases set updated_at = updated_at - interval '1 hour' where id = ?")
                .param(decided.id())
                .update());
    }

    private void dueNow() {
        inside(() -> jdbc.sql("update payout.releases set due_at = now() - interval '1 minute' where id = ?")
                .param(one().id())
                .update());
    }

    private void passUntil(ReleaseState state) {
        await().atMost(LONG).untilAsserted(() -> {
            releasing.pass();
            assertThat(one().state()).isEqualTo(state);
        });
    }

    private int sent() {
        return fixture.as(owned, () -> payouts.transactions(owned.id(), "sandbox", Kind.PAYOUT, null, null, 50))
                .items()
                .size();
    }

    private long available() {
        return fixture.as(owned, () -> payouts.balance(owned.id(), "sandbox")).stream()
                .mapToLong(balance -> balance.available().amount())
                .sum();
    }

    private About about() {
        return new About(owned.id(), event.id(), null, null, Instant.now());
    }

    private void post(Posting posting) {
        inside(() -> ledger.post(posting));
    }

    private String account() {
        return Objects.requireNonNull(fixture.as(owned, () -> accounts.accounts(owned.id()))
                .getFirst()
                .account());
    }

    private <T extends @Nullable Object> T system(java.util.function.Supplier<T> work) {
        return acting.asSystem(owned.id(), work);
    }

    private void inside(Runnable work) {
        acting.asSystem(owned.id(), () -> transaction.executeWithoutResult(status -> work.run()));
    }

    /** Through the provider's page, as the owner would. */
    private void onboard(String outcome) {
        String page = fixture.as(
                owned,
                () -> accounts.onboarding(owned.id(), "sandbox", fixture.address("/done"), fixture.address("/again")));
        fixture.browserOf(owned).post(page.substring(page.indexOf("/sandbox/")), "outcome", outcome);
        fixture.as(owned, () -> accounts.account(owned.id(), "sandbox"));
    }

    private String path() {
        return "/manage/organizations/" + owned.organization().slug() + "/payouts";
    }

    private String api() {
        return "/api/v1/organizations/" + owned.id() + "/payout-accounts/sandbox";
    }

    private String page() {
        return fixture.browserOf(owned).get(path()).body();
    }
}
