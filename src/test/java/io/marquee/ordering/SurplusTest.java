package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventView;
import io.marquee.ordering.OrderEvent.OrderRefunded;
import io.marquee.payment.DiscrepancyState;
import io.marquee.payment.DiscrepancyView;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Reconciliation;
import io.marquee.payment.ReconciliationFixture;
import io.marquee.payment.RefundState;
import io.marquee.payment.RefundView;
import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketTypeView;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Money that bought nothing and could not be sent back. */
@MarqueeTest
class SurplusTest {
    @Autowired
    SandboxFixture sandbox;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    ReconciliationFixture looks;

    @Autowired
    Acting acting;

    @BeforeEach
    void slow_cards_take_five_seconds() {
        sandbox.behave("now", 30, 5, 10);
    }

    @AfterEach
    void mend() {
        sandbox.mend();
    }

    @Test
    void surplus_that_does_not_go_back_waits_for_a_person_who_can_send_it_again() {
        OrderView order = beaten();
        PaymentView late = orders.paymentsOf(order).getFirst();
        assertThat(about(late, false)).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo("surplus_kept");
            assertThat(found.amount()).isEqualTo(order.total());
            assertThat(found.refundable()).isTrue();
        });
        a_dispute_that_is_won_sends_it_once_more_and_not_with_every_look(late);

        becomes(late, PaymentFixture.GOOD_CARD);
        String id = about(late, false).getFirst().id().toString();
        acting.asPlatform(() -> reconciliation.refund(id, "another card"));

        await().atMost(Duration.ofSeconds(40))
                .until(() -> orders.heardOf(order.id()).stream().anyMatch(OrderRefunded.class::isInstance));
        await().untilAsserted(() -> assertThat(about(late, true))
                .extracting(DiscrepancyView::state)
                .containsExactly(DiscrepancyState.REFUNDED));
        assertThat(about(late, false)).isEmpty();
        assertThat(orders.refundsOf(order))
                .extracting(RefundView::state)
                .containsExactly(RefundState.SUCCEEDED, RefundState.FAILED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void surplus_that_its_bank_decides_about_needs_nobody(boolean won) {
        OrderView order = beaten();
        PaymentView late = orders.paymentsOf(order).getFirst();
        await().untilAsserted(() -> assertThat(about(late, false)).hasSize(1));
        becomes(late, PaymentFixture.GOOD_CARD);

        sandbox.disputed(late.id(), won);

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(about(late, true))
                        .extracting(DiscrepancyView::state)
                        .containsExactly(won ? DiscrepancyState.REFUNDED : DiscrepancyState.HANDLED));
        assertThat(about(late, false)).isEmpty();
        await().untilAsserted(() -> assertThat(orders.refundsOf(order))
                .extracting(RefundView::state)
                .containsExactlyElementsOf(
                        won ? List.of(RefundState.SUCCEEDED, RefundState.FAILED) : List.of(RefundState.FAILED)));
        assertThat(sandbox.one("""
                        select coalesce(sum(e.amount), 0)::text from ledger.postings p
                        join ledger.entries e on e.organization_id = p.organization_id and e.posting_id = p.id
                        where p.order_id = ? and e.account in ('buyer_receivable', 'disputes_lost', 'disputes_held')
                        """, order.id().value())).isEqualTo("0");
    }

    private void a_dispute_that_is_won_sends_it_once_more_and_not_with_every_look(PaymentView late) {
        sandbox.disputed(late.id(), true);
        await().atMost(Duration.ofSeconds(40)).until(() -> movesOf(late).contains(DiscrepancyState.OPEN));
        looks.look(late.id());
        assertThat(movesOf(late)).containsExactly(DiscrepancyState.REFUNDING, DiscrepancyState.OPEN);
    }

    private List<DiscrepancyState> movesOf(PaymentView payment) {
        return Stream.of(about(payment, false), about(payment, true))
                .flatMap(List::stream)
                .flatMap(found -> found.moves().stream())
                .map(DiscrepancyView.Move::to)
                .toList();
    }

    /** The last ticket went to somebody quicker, and the card does not take its money back. */
    private OrderView beaten() {
        EventView event = tickets.event();
        TicketTypeView last = tickets.type(event, 1);
        OrderView order = orders.placed(event, last, 1);
        becomes(orders.pay(order, PaymentFixture.SLOW_CARD), PaymentFixture.CARD_WITHOUT_REFUNDS);
        orders.pass(order);
        orders.paid(event, last, 1);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> orders.refundsOf(order).stream().anyMatch(r -> r.state() == RefundState.FAILED));
        return order;
    }

    private List<DiscrepancyView> about(PaymentView payment, boolean decided) {
        return acting
                .asPlatform(
                        () -> reconciliation.discrepancies(decided, null, 200).items())
                .stream()
                .filter(found -> payment.id().equals(found.payment()))
                .toList();
    }

    private void becomes(PaymentView payment, String card) {
        sandbox.rewrite(
                "update payment.sandbox_charges set card = '%s' where reference = ?".formatted(card.replace(" ", "")),
                payment.id().toString());
    }
}
