package io.marquee.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.payment.DisputeState;
import io.marquee.payment.DisputeView;
import io.marquee.payment.EvidenceCase;
import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.payment.PlatformFee;
import io.marquee.payment.PlatformFees;
import io.marquee.payment.provider.Evidence;
import io.marquee.payment.provider.TransferFact;
import io.marquee.platform.tenancy.Acting;
import io.marquee.stripe.FakeStripe;
import io.marquee.stripe.TestCard;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PaymentTest;
import io.marquee.testing.PayoutFixture;
import io.marquee.testing.PayoutFixture.Owned;
import io.marquee.testing.StripeFixture;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Charges of the operator's that are passed on to the organizer, as the fake Stripe plays them. */
@MarqueeTest(settings = {FakeStripe.SETTING, "MARQUEE_STRIPE_CONNECT=destination"})
@PaymentTest
class StripeDestinationTest {
    @Autowired
    private PayoutFixture fixture;

    @Autowired
    private PayoutAccountsOf accounts;

    @Autowired
    private Payouts payouts;

    @Autowired
    private Transfers byHand;

    @Autowired
    private Payments payments;

    @Autowired
    private EvidenceCase cases;

    @Autowired
    private PlatformFees fees;

    @Autowired
    private StripeFixture stripe;

    @Autowired
    private Acting acting;

    @Test
    void what_is_paid_to_the_operator_is_passed_on_and_taken_back_with_refunds() {
        Owned owned = fixture.organization();
        stripe.fake()
                .onboard(Objects.requireNonNull(fixture.open(owned, "stripe").account()));
        fixture.as(owned, () -> accounts.account(owned.id(), "stripe"));
        acting.asPlatform(() -> fees.set(owned.id(), Currency.getInstance("EUR"), new PlatformFee(500, 0)));

        PaymentView open = payments.start(fixture.due(owned, 4800), Payments.Way.through("stripe", null));
        stripe.payOn(Objects.requireNonNull(open.nextAction()).url(), TestCard.GOOD);
        acting.asSystem(owned.id(), () -> payments.ofOrder(open.order()));
        await().untilAsserted(() -> assertThat(transfers(owned)).hasSize(1));
        assertThat(fixture.feeOf(open)).isEqualTo(240);

        await().untilAsserted(() -> acting.asSystem(
                owned.id(),
                () -> payments.refund(
                        open.id(), Money.of(2400, "EUR"), "ill", Ids.next().toString())));
        await().untilAsserted(
                        () -> assertThat(transfers(owned).getFirst().reversed()).isEqualTo(Money.of(2400, "EUR")));
    }

    @Test
    void the_operator_bears_fees_and_disputes_of_what_it_passes_on() {
        Owned owned = fixture.organization();
        stripe.fake()
                .onboard(Objects.requireNonNull(fixture.open(owned, "stripe").account()));
        fixture.as(owned, () -> accounts.account(owned.id(), "stripe"));

        PaymentView open = payments.start(fixture.due(owned, 4800), Payments.Way.through("stripe", null));
        stripe.payOn(Objects.requireNonNull(open.nextAction()).url(), TestCard.DISPUTED);
        await().untilAsserted(() ->
                assertThat(fixture.booked(owned, "buyer_receivable")).isEqualTo(4800));
        stripe.fake().timePasses();
        await().untilAsserted(() -> assertThat(disputes(owned)).hasSize(1));
        DisputeView dispute = disputes(owned).getFirst();
        fixture.as(owned, () -> {
            cases.write(dispute.id(), Map.of(Evidence.MORE, "losing_evidence"));
            cases.submit(dispute.id());
            return true;
        });
        stripe.fake().timePasses();
        await().untilAsserted(
                        () -> assertThat(disputes(owned).getFirst().state()).isEqualTo(DisputeState.LOST));

        assertThat(fixture.booked(owned, "provider_fee")).isZero();
        assertThat(fixture.booked(owned, "disputes_held")).isZero();
        assertThat(fixture.booked(owned, "provider_balance")).isEqualTo(4800);
        assertThat(fixture.breaches(open.id().value())).isZero();
        assertThat(fixture.breaches(dispute.id())).isZero();
    }

    @Test
    void of_a_part_that_is_too_small_for_a_fee_the_operator_keeps_none() {
        Owned owned = fixture.organization();
        stripe.fake()
                .onboard(Objects.requireNonNull(fixture.open(owned, "stripe").account()));
        fixture.as(owned, () -> accounts.account(owned.id(), "stripe"));
        acting.asPlatform(() -> fees.set(owned.id(), Currency.getInstance("EUR"), new PlatformFee(10, 0)));
        PaymentView open = payments.authorise(fixture.due(owned, 4800), Payments.Way.through("stripe", null));
        assertThat(fixture.feeOf(open)).isPositive();
        stripe.payOn(Objects.requireNonNull(open.nextAction()).url(), TestCard.GOOD);
        await().until(() ->
                acting.asSystem(owned.id(), () -> payments.refresh(open.id())).state() == PaymentState.AUTHORISED);

        acting.asSystem(owned.id(), () -> payments.capture(open.id(), Money.of(100, "EUR")));

        assertThat(fixture.feeOf(open)).isZero();
        await().untilAsserted(() -> assertThat(transfers(owned))
                .singleElement()
                .satisfies(told -> assertThat(told.amount()).isEqualTo(Money.of(100, "EUR"))));
    }

    @Test
    void the_operator_passes_money_on_by_hand_and_takes_it_back() {
        Owned owned = fixture.organization();
        stripe.fake()
                .onboard(Objects.requireNonNull(fixture.open(owned, "stripe").account()));
        fixture.as(owned, () -> accounts.account(owned.id(), "stripe"));
        assertThatThrownBy(() -> byHand(owned, 9_999_999_00)).isInstanceOf(PayoutRefused.Denied.class);
        // others left the operator with less than nothing
        acting.asPlatform(() -> fees.set(owned.id(), Currency.getInstance("EUR"), new PlatformFee(10_000, 0)));
        PaymentView kept = payments.start(fixture.due(owned, 480_000), Payments.Way.through("stripe", null));
        stripe.payOn(Objects.requireNonNull(kept.nextAction()).url(), TestCard.GOOD);
        stripe.fake().settle(null);

        TransferView sent = byHand(owned, 1000);
        acting.asPlatform(() -> byHand.reverse(
                sent.id().toString(), Money.of(400, "EUR"), Ids.next().toString()));

        assertThat(transfers(owned))
                .filteredOn(told -> told.ref().equals(sent.ref()))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.reversed()).isEqualTo(Money.of(400, "EUR"));
                    assertThat(told.charge()).isNull();
                });
        assertThat(fixture.booked(owned, "transfers")).isEqualTo(1400);
    }

    private TransferView byHand(Owned owned, long amount) {
        return acting.asPlatform(() -> byHand.make(
                owned.id(),
                "stripe",
                Money.of(amount, "EUR"),
                "Advance",
                Ids.next().toString()));
    }

    private List<DisputeView> disputes(Owned owned) {
        return fixture.as(owned, () -> cases.disputes(owned.id(), null, 50).items());
    }

    private List<TransferFact> transfers(Owned owned) {
        return fixture.as(owned, () -> payouts.transfers(owned.id(), "stripe", null, 50))
                .items();
    }
}
