package io.marquee.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeFact.Dispute;
import io.marquee.payment.provider.ChargeFact.DisputeStanding;
import io.marquee.payment.provider.ChargeFact.Standing;
import io.marquee.payment.provider.ChargeRef;
import io.marquee.payment.provider.ChargeRequest;
import io.marquee.payment.provider.ChargeRequest.Capture;
import io.marquee.payment.provider.ChargeRequest.Presentation;
import io.marquee.payment.provider.RefundFact;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What differs between our side of a payment and the provider's, each kind by itself. */
class ComparisonTest {
    private static final Instant NOW = Instant.parse("2031-06-18T19:30:00Z");
    private static final Money ALL = eur(4800);
    private static final PaymentId ID = PaymentId.of(Ids.next());

    @Test
    void the_same_on_both_sides_is_no_difference() {
        assertThat(kinds(PaymentState.SUCCEEDED, fact(Standing.SUCCEEDED, ALL))).isEmpty();
        assertThat(kinds(PaymentState.FAILED, fact(Standing.FAILED, ALL))).isEmpty();
        assertThat(kinds(PaymentState.PROCESSING, fact(Standing.PROCESSING, ALL)))
                .isEmpty();
    }

    @Test
    void decided_there_and_not_here() {
        assertThat(kinds(PaymentState.PROCESSING, fact(Standing.SUCCEEDED, ALL)))
                .containsExactly("undecided");
    }

    @Test
    void paid_here_and_not_there() {
        assertThat(kinds(PaymentState.SUCCEEDED, fact(Standing.CANCELLED, ALL))).containsExactly("not_paid_there");
    }

    @Test
    void paid_there_when_it_had_ended_here_unless_all_of_it_has_gone_back() {
        assertThat(kinds(PaymentState.CANCELLED, fact(Standing.SUCCEEDED, ALL))).containsExactly("ended_before");
        assertThat(kinds(PaymentState.CANCELLED, fact(Standing.SUCCEEDED, ALL, there(null, ALL))))
                .isEmpty();
    }

    @Test
    void another_amount_or_another_fee() {
        assertThat(kinds(PaymentState.SUCCEEDED, fact(Standing.SUCCEEDED, eur(4799))))
                .containsExactly("amount");
        ChargeFact dearer = new ChargeFact(
                "ch_1", ID.toString(), Standing.SUCCEEDED, ALL, eur(99), null, null, List.of(), List.of());
        assertThat(compared(attempt(PaymentState.SUCCEEDED, null), List.of(), dearer))
                .containsExactly("fee");
        assertThat(compared(attempt(PaymentState.SUCCEEDED, 98L), List.of(), dearer))
                .containsExactly("fee_amount");
        assertThat(compared(attempt(PaymentState.SUCCEEDED, 99L), List.of(), dearer))
                .isEmpty();
    }

    @Test
    void a_second_charge_under_one_payment() {
        ChargeFact second =
                new ChargeFact("ch_2", ID.toString(), Standing.SUCCEEDED, ALL, null, null, null, List.of(), List.of());
        assertThat(kinds(PaymentState.SUCCEEDED, second)).containsExactly("second_charge");
    }

    @Test
    void refunds_that_only_one_side_knows_or_that_ended_otherwise() {
        Refund sent = refund(RefundState.SUCCEEDED, eur(1800));
        Refund waiting = refund(RefundState.PROCESSING, eur(1800));

        assertThat(kinds(PaymentState.SUCCEEDED, fact(Standing.SUCCEEDED, ALL, there(null, eur(1800)))))
                .as("made in the dashboard")
                .containsExactly("refund_unknown");
        assertThat(about(sent, fact(Standing.SUCCEEDED, ALL))).containsExactly("refund_missing_there");
        assertThat(about(sent, fact(Standing.SUCCEEDED, ALL, there(sent, eur(1700)))))
                .containsExactly("refund_amount");
        assertThat(about(waiting, fact(Standing.SUCCEEDED, ALL, there(waiting, eur(1800)))))
                .containsExactly("refund_undecided");
        RefundFact failed = new RefundFact("re_1", sent.key(), RefundFact.Standing.FAILED, eur(1800), "closed");
        assertThat(about(sent, fact(Standing.SUCCEEDED, ALL, failed))).containsExactly("refund_failed_there");
        assertThat(about(sent, fact(Standing.SUCCEEDED, ALL, there(sent, eur(1800)))))
                .isEmpty();
    }

    @Test
    void a_dispute_that_nobody_here_knows_or_that_stands_otherwise() {
        Dispute dispute =
                new Dispute("dp_1", DisputeStanding.NEEDS_RESPONSE, false, true, ALL, "fraudulent", null, null);
        ChargeFact disputed = new ChargeFact(
                "ch_1", ID.toString(), Standing.SUCCEEDED, ALL, null, null, null, List.of(), List.of(dispute));
        Attempt paid = attempt(PaymentState.SUCCEEDED, null);

        assertThat(compared(paid, List.of(), disputed)).containsExactly("dispute");
        assertThat(new Comparison(paid, List.of(), Set.of("dp_1/NEEDS_RESPONSE"), disputed).findings())
                .isEmpty();
    }

    private static Set<String> kinds(PaymentState here, ChargeFact there) {
        return compared(attempt(here, null), List.of(), there);
    }

    private static Set<String> about(Refund here, ChargeFact there) {
        return compared(attempt(PaymentState.SUCCEEDED, null), List.of(here), there);
    }

    private static Set<String> compared(Attempt here, List<Refund> refunds, ChargeFact there) {
        return new Comparison(here, refunds, Set.of(), there).findings().keySet();
    }

    private static ChargeFact fact(Standing standing, Money amount, RefundFact... refunds) {
        return new ChargeFact("ch_1", ID.toString(), standing, amount, null, null, null, List.of(refunds), List.of());
    }

    private static RefundFact there(@Nullable Refund here, Money amount) {
        return new RefundFact("re_1", here == null ? null : here.key(), RefundFact.Standing.SUCCEEDED, amount, null);
    }

    private static Refund refund(RefundState state, Money amount) {
        return new Refund(
                RefundId.next(),
                ID,
                Ids.next(),
                EventId.of(Ids.next()),
                OrganizationId.next(),
                state,
                amount,
                "ill",
                "refund-1",
                null,
                NOW);
    }

    private static Attempt attempt(PaymentState state, @Nullable Long fee) {
        ChargeRequest request = new ChargeRequest(
                "payment-1",
                ID.toString(),
                null,
                null,
                ALL,
                eur(0),
                "Low Tide",
                "ada@example.org",
                null,
                Presentation.REDIRECT,
                Capture.AT_ONCE,
                false,
                null,
                false,
                "http://localhost",
                NOW);
        return new Attempt(
                ID,
                Ids.next(),
                Ids.next(),
                EventId.of(Ids.next()),
                OrganizationId.next(),
                "sandbox",
                state,
                request,
                null,
                new ChargeRef("ch_1", null),
                null,
                fee,
                null,
                null,
                null,
                null,
                NOW);
    }

    private static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }
}
