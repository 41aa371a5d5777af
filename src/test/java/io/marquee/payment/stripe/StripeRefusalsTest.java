package io.marquee.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.kernel.PersonId;
import io.marquee.payment.DiscrepancyView;
import io.marquee.payment.PaymentEvent;
import io.marquee.payment.PaymentMethods;
import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.payment.Payments.Way;
import io.marquee.payment.Reconciliation;
import io.marquee.payment.ReconciliationFixture;
import io.marquee.payment.ReconciliationView;
import io.marquee.payment.provider.ChargeRequest;
import io.marquee.payment.provider.ChargeRequest.Capture;
import io.marquee.payment.provider.ChargeRequest.Presentation;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.platform.tenancy.Acting;
import io.marquee.stripe.FakeStripe;
import io.marquee.stripe.TestCard;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import io.marquee.testing.PayoutFixture;
import io.marquee.testing.PayoutFixture.Owned;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.StripeFixture;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Stripe says no, such as about the books of an organizer who no longer works with the platform. */
@MarqueeTest(settings = {FakeStripe.SETTING, "MARQUEE_STRIPE_CONNECT=direct"})
@PaymentTest
class StripeRefusalsTest {
    private static final Instant SOON = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    private PayoutFixture fixture;

    @Autowired
    private PaymentFixture events;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private People identity;

    @Autowired
    private Payments payments;

    @Autowired
    private PaymentMethods methods;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private ReconciliationFixture books;

    @Autowired
    private StripeProvider provider;

    @Autowired
    private StripeFixture stripe;

    @Autowired
    private Acting acting;

    private PersonId ada;
    private Owned owned;
    private String account;

    @BeforeEach
    void found() {
        stripe.calm();
        ada = people.person("Ada Lind");
        owned = fixture.organization();
        account = active(owned);
    }

    @AfterEach
    void calm() {
        stripe.calm();
    }

    @Test
    void a_refund_from_books_that_are_closed_to_us_fails_where_the_team_sees_it() {
        PaymentView paid = paid(owned);
        stripe.fake().leave(account);

        acting.asSystem(owned.id(), () -> payments.refund(paid.id(), Money.of(1000, "EUR"), "ill", "k-" + paid.id()));

        await().untilAsserted(() -> assertThat(events.heardOf(paid.order()))
                .last()
                .isInstanceOfSatisfying(
                        PaymentEvent.RefundFailed.class,
                        failed -> assertThat(failed.why()).isEqualTo("refund_no_access")));
    }

    @Test
    void books_that_are_closed_to_us_are_listed_once_and_not_each_charge_in_them() {
        // one that comes after the organizer left would be looked into, and listed by itself
        stripe.fake().webhooks().hold();
        paid(owned);
        paid(owned);
        stripe.fake().leave(account);

        assertThat(books.reconcile("stripe", account))
                .returns("done", ReconciliationView::state)
                .returns(1, ReconciliationView::found);
        assertThat(books.reconcile("stripe", account).found()).as("once").isZero();

        assertThat(acting.asPlatform(
                        () -> reconciliation.discrepancies(false, null, 200).items()))
                .filteredOn(found -> account.equals(found.account()))
                .extracting(DiscrepancyView::kind)
                .containsExactly("books_closed");
    }

    @Test
    void cards_that_are_kept_elsewhere_are_listed_when_one_organizer_has_left() {
        Owned other = fixture.organization();
        active(other);
        paid(owned);
        paid(other);
        stripe.fake().leave(account);

        PaymentMethods.Mine mine = acting.as(people.actor(ada), () -> methods.mine());

        assertThat(mine.methods())
                .singleElement()
                .satisfies(kept -> assertThat(kept.organization()).isEqualTo(other.id()));
        assertThat(mine.missing()).containsExactly("stripe");
    }

    /** The first call may have taken the money: whoever calls the attempt failed invites the buyer to pay again. */
    @ParameterizedTest
    @EnumSource(Presentation.class)
    void a_key_that_was_used_for_something_else_says_nothing_of_what_was_done_under_it(Presentation presentation) {
        String key = "k-" + Ids.next();
        provider.start(request(key, 4800, presentation));

        assertThatThrownBy(() -> provider.start(request(key, 4700, presentation)))
                .isInstanceOf(ProviderUnreachable.class);
    }

    private ChargeRequest request(String key, long amount, Presentation presentation) {
        return new ChargeRequest(
                key,
                key,
                account,
                null,
                Money.of(amount, "EUR"),
                Money.of(0, "EUR"),
                "Low Tide Sessions",
                "ada@example.org",
                null,
                presentation,
                Capture.AT_ONCE,
                false,
                null,
                false,
                fixture.address("/checkout/return"),
                SOON);
    }

    private String active(Owned owner) {
        String opened = Objects.requireNonNull(fixture.open(owner, "stripe").account());
        stripe.fake().onboard(opened);
        await().untilAsserted(() -> assertThat(payments.offered(owner.id())).contains("stripe"));
        return opened;
    }

    /** By Ada, who has her card kept. */
    private PaymentView paid(Owned owner) {
        PersonView buyer = Objects.requireNonNull(identity.byIds(List.of(ada)).get(ada));
        PaymentView open = payments.start(fixture.due(owner, 4800), new Way("stripe", null, true, buyer, true, false));
        stripe.payWithin(
                Objects.requireNonNull(Objects.requireNonNull(open.nextAction()).clientSecret()), TestCard.GOOD);
        PaymentView paid = acting.asSystem(owner.id(), () -> payments.refresh(open.id()));
        assertThat(paid.state()).isEqualTo(PaymentState.SUCCEEDED);
        return paid;
    }
}
