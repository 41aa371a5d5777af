package io.marquee.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.ledger.Ledger;
import io.marquee.ledger.Posting.About;
import io.marquee.ledger.Postings;
import io.marquee.payment.DisputeState;
import io.marquee.payment.DisputeView;
import io.marquee.payment.EvidenceCase;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.payment.Payments.Way;
import io.marquee.payment.provider.Evidence;
import io.marquee.platform.tenancy.Acting;
import io.marquee.stripe.FakeStripe;
import io.marquee.stripe.TestCard;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PaymentTest;
import io.marquee.testing.PayoutFixture;
import io.marquee.testing.PayoutFixture.Owned;
import io.marquee.testing.StripeFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A bank may only ask about a payment, before it takes the money or lets it be. */
@MarqueeTest(settings = {FakeStripe.SETTING, "MARQUEE_STRIPE_CONNECT=direct"})
@PaymentTest
class StripeInquiriesTest {
    @Autowired
    private PayoutFixture fixture;

    @Autowired
    private Payments payments;

    @Autowired
    private EvidenceCase cases;

    @Autowired
    private StripeFixture stripe;

    @Autowired
    private Acting acting;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Owned owned;
    private String inquiry;

    @BeforeEach
    void asked() {
        stripe.calm();
        owned = fixture.organization();
        stripe.fake()
                .onboard(Objects.requireNonNull(fixture.open(owned, "stripe").account()));
        await().untilAsserted(() -> assertThat(payments.offered(owned.id())).contains("stripe"));
        inquiry = stripe.fake().inquire(paid());
        await().untilAsserted(() -> assertThat(disputes()).hasSize(1));
    }

    @AfterEach
    void calm() {
        stripe.calm();
    }

    @Test
    void nothing_is_booked_while_a_bank_only_asks() {
        assertThat(dispute().state()).isEqualTo(DisputeState.NEEDS_RESPONSE);
        assertThat(dispute().inquiry()).isTrue();
        nothingMoved();
        await().untilAsserted(
                        () -> assertThat(fixture.mails(owned, "dispute_asked")).isOne());
    }

    @ParameterizedTest
    @ValueSource(strings = {"warning_closed", "prevented"})
    void an_inquiry_that_comes_to_nothing_ends_without_money_having_moved(String end) {
        stripe.fake().drop(inquiry, end);

        state(DisputeState.WON);
        nothingMoved();
        await().untilAsserted(() ->
                assertThat(fixture.mails(owned, "dispute_dropped")).isOne());
        assertThat(fixture.mails(owned, "dispute_won")).isZero();
    }

    /** Before anybody knew of inquiries they were booked as disputes: what was held for them comes back at the end. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_inquiry_that_was_once_taken_for_a_dispute_ends_like_any_other(boolean escalates) {
        DisputeView old = dispute();
        acting.asSystem(
                owned.id(),
                () -> transaction.executeWithoutResult(status -> {
                    jdbc.sql(
                                    "update payment.disputes set inquiry = false, withdrawn_at = created_at, assumed = true where id = ?")
                            .param(old.id())
                            .update();
                    ledger.post(Postings.disputeOpened(
                            new About(owned.id(), old.event(), old.order(), null, old.createdAt()),
                            old.id(),
                            old.amount()));
                }));

        if (escalates) {
            stripe.fake().escalate(inquiry);
            stripe.fake().decideDispute(inquiry, true);
        } else {
            stripe.fake().drop(inquiry, "warning_closed");
        }

        state(DisputeState.WON);
        assertThat(dispute().inquiry()).isEqualTo(!escalates);
        held(2 * 4800);
    }

    @Test
    void an_inquiry_that_was_answered_and_becomes_a_dispute_is_answered_again() {
        answer("It was me who let them in.");
        state(DisputeState.UNDER_REVIEW);
        nothingMoved();

        stripe.fake().escalate(inquiry);
        state(DisputeState.NEEDS_RESPONSE);
        assertThat(cases(dispute())).isTrue();
        held(4800);
        await().untilAsserted(
                        () -> assertThat(fixture.mails(owned, "dispute_opened")).isOne());

        answer("Here is the list of the door.");
        state(DisputeState.UNDER_REVIEW);
        stripe.fake().decideDispute(inquiry, true);
        state(DisputeState.WON);
        // what went out came back
        held(2 * 4800);
    }

    @Test
    void a_dispute_that_is_lost_before_we_heard_of_its_money_is_booked_whole() {
        stripe.fake().webhooks().hold();
        stripe.fake().escalate(inquiry);
        stripe.fake().decideDispute(inquiry, false);
        stripe.fake().webhooks().release();

        state(DisputeState.LOST);
        held(2 * 4800);
    }

    @Test
    void disputes_are_read_page_by_page_those_that_wait_for_an_answer_first() {
        stripe.fake().drop(inquiry, "warning_closed");
        state(DisputeState.WON);
        String first = stripe.fake().inquire(paid());
        String second = stripe.fake().inquire(paid());
        await().untilAsserted(() -> assertThat(disputes()).hasSize(3));

        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            String place = cursor;
            Slice<DisputeView> slice = fixture.as(owned, () -> cases.disputes(owned.id(), place, 1));
            slice.items().forEach(found -> read.add(found.ref()));
            cursor = slice.next();
        } while (cursor != null);

        assertThat(read).hasSize(3).endsWith(inquiry).contains(first, second);
        assertThat(read)
                .containsExactlyElementsOf(
                        disputes().stream().map(DisputeView::ref).toList());
        assertThatThrownBy(() -> fixture.as(owned, () -> cases.disputes(owned.id(), "x", 1)))
                .isInstanceOf(InvalidInput.class);
    }

    private String paid() {
        PaymentView open = payments.start(fixture.due(owned, 4800), new Way("stripe", null, true, null, false, false));
        String secret =
                Objects.requireNonNull(Objects.requireNonNull(open.nextAction()).clientSecret());
        stripe.payWithin(secret, TestCard.GOOD);
        acting.asSystem(owned.id(), () -> payments.refresh(open.id()));
        return secret.substring(0, secret.indexOf("_secret_"));
    }

    private void answer(String words) {
        fixture.as(owned, () -> {
            cases.write(dispute().id(), Map.of(Evidence.MORE, words));
            return cases.submit(dispute().id());
        });
    }

    private void state(DisputeState state) {
        await().untilAsserted(() -> assertThat(dispute().state()).isEqualTo(state));
    }

    private void nothingMoved() {
        assertThat(fixture.booked(owned, "disputes_held")).isZero();
        assertThat(fixture.breaches(dispute().id())).isZero();
    }

    private void held(long amount) {
        await().untilAsserted(
                        () -> assertThat(fixture.booked(owned, "disputes_held")).isEqualTo(amount));
        assertThat(fixture.breaches(dispute().id())).isZero();
    }

    private boolean cases(DisputeView dispute) {
        return fixture.as(owned, () -> cases.canAnswer(dispute));
    }

    private DisputeView dispute() {
        return disputes().getFirst();
    }

    private List<DisputeView> disputes() {
        return fixture.as(owned, () -> cases.disputes(owned.id(), null, 50).items());
    }
}
