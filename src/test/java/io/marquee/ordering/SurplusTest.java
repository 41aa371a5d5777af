package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventView;
import io.marquee.ordering.OrderEvent.OrderRefunded;
import io.marquee.payment.DiscrepancyState;
import io.marquee.payment.DiscrepancyView;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Reconciliation;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
        EventView event = tickets.event();
        TicketTypeView last = tickets.type(event, 1);
        OrderView order = orders.placed(event, last, 1);
        PaymentView late = orders.pay(order, PaymentFixture.SLOW_CARD);
        becomes(late, PaymentFixture.CARD_WITHOUT_REFUNDS);
        orders.pass(order);
        orders.paid(event, last, 1);

        await().atMost(Duration.ofSeconds(40))
                .until(() -> orders.refundsOf(order).stream().anyMatch(r -> r.state() == RefundState.FAILED));
        assertThat(about(late, false)).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo("surplus_kept");
            assertThat(found.amount()).isEqualTo(order.total());
            assertThat(found.refundable()).isTrue();
        });

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
