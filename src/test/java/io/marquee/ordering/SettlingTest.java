package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.Ids;
import io.marquee.ordering.OrderEvent.OrderRefunded;
import io.marquee.ordering.OrderEvent.SurplusReturned;
import io.marquee.payment.PaymentEvent.PaymentSucceeded;
import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.payment.RefundView;
import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class SettlingTest {
    @Autowired
    SandboxFixture sandbox;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    Ordering ordering;

    @Autowired
    Payments payments;

    @Autowired
    Events events;

    @Autowired
    Acting acting;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void slow_cards_take_five_seconds() {
        sandbox.behave("now", 30, 5, 10);
    }

    @AfterEach
    void mend() {
        sandbox.mend();
    }

    @Test
    void a_payment_that_succeeds_buys_the_tickets() {
        EventView event = tickets.event();
        OrderView order = orders.placed(event, tickets.type(event, 10), 2);

        orders.pay(order, PaymentFixture.GOOD_CARD);

        assertThat(orders.now(order).state()).isEqualTo(OrderState.PAID);
        assertThat(orders.ticketsOf(order)).hasSize(2);
    }

    @Test
    void a_declined_card_leaves_the_order_as_it_is() {
        EventView event = tickets.event();
        OrderView order = orders.placed(event, tickets.type(event, 10), 2);

        assertThat(orders.pay(order, PaymentFixture.DECLINED_CARD).state()).isEqualTo(PaymentState.FAILED);

        assertThat(orders.now(order)).isEqualTo(order);
        orders.pay(order, PaymentFixture.GOOD_CARD);
        assertThat(orders.now(order).state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void a_second_try_while_one_is_undecided_answers_that_one() {
        EventView event = tickets.event();
        OrderView order = orders.placed(event, tickets.type(event, 10), 2);
        PaymentView first = orders.pay(order, PaymentFixture.SLOW_CARD);

        assertThat(orders.pay(order, PaymentFixture.GOOD_CARD).id()).isEqualTo(first.id());
    }

    @Test
    void late_payment_gets_its_tickets_if_any_are_left() {
        EventView event = tickets.event();
        OrderView order = orders.placed(event, tickets.type(event, 10), 1);
        orders.pay(order, PaymentFixture.SLOW_CARD);
        orders.pass(order);
        orders.until(order, OrderState.EXPIRED);

        orders.until(order, OrderState.PAID);

        assertThat(orders.ticketsOf(order)).hasSize(1);
    }

    @Test
    void late_payment_without_stock_is_refunded() {
        EventView event = tickets.event();
        TicketTypeView last = tickets.type(event, 1);
        OrderView order = orders.placed(event, last, 1);
        orders.pay(order, PaymentFixture.SLOW_CARD);
        orders.pass(order);
        OrderView quicker = orders.paid(event, last, 1);

        until(() -> orders.heardOf(order.id()).stream().anyMatch(OrderRefunded.class::isInstance));

        assertThat(orders.heardOf(order.id()))
                .filteredOn(OrderRefunded.class::isInstance)
                .singleElement()
                .satisfies(e -> assertThat(((OrderRefunded) e).late()).isTrue());
        assertThat(orders.now(order).state()).isEqualTo(OrderState.EXPIRED);
        assertThat(orders.ticketsOf(order)).isEmpty();
        assertThat(orders.refundsOf(order)).extracting(RefundView::amount).containsExactly(order.total());
        assertThat(orders.ticketsOf(quicker)).hasSize(1);
    }

    @Test
    void payment_of_a_cancelled_order_is_refunded() {
        EventView event = tickets.event();
        OrderView order = orders.placed(event, tickets.type(event, 10), 1);
        acting.as(OrderFixture.buyer(order), () -> ordering.cancel(order.id(), "no"));

        succeed(order);

        until(() -> orders.heardOf(order.id()).stream().anyMatch(OrderRefunded.class::isInstance));
        assertThat(orders.now(order).state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void second_success_is_refunded() {
        EventView event = tickets.event();
        OrderView order = orders.paid(event, tickets.type(event, 10), 1);

        succeed(order);

        until(() -> orders.heardOf(order.id()).stream().anyMatch(SurplusReturned.class::isInstance));
        assertThat(orders.now(order)).isEqualTo(order);
        assertThat(orders.ticketsOf(order)).extracting(TicketView::state).containsOnly(TicketState.ISSUED);
    }

    @Test
    void the_same_success_told_twice_changes_nothing() {
        EventView event = tickets.event();
        OrderView order = orders.paid(event, tickets.type(event, 10), 1);

        tell(order, orders.paymentsOf(order).getFirst());

        assertThat(orders.now(order)).isEqualTo(order);
        assertThat(orders.refundsOf(order)).isEmpty();
    }

    @Test
    void a_cancelled_event_gives_everything_back() {
        EventView event = tickets.event();
        OrderView bought = orders.paid(event, tickets.type(event, 10), 2);
        OrderView free = orders.placed(event, tickets.type(event, OrderFixture.free(5)), 1);
        OrderView open = orders.placed(event, tickets.type(event, 10), 1);

        acting.as(EventFixture.owner(event.organization()), () -> events.cancel(event.id(), "storm"));

        assertThat(orders.until(bought, OrderState.REFUNDED).refunded()).isEqualTo(bought.total());
        orders.until(free, OrderState.REFUNDED);
        orders.until(open, OrderState.CANCELLED);
        assertThat(orders.ticketsOf(bought)).extracting(TicketView::state).containsOnly(TicketState.REFUNDED);
        assertThat(orders.ticketsOf(free)).extracting(TicketView::state).containsOnly(TicketState.CANCELLED);
    }

    /** Another payment of the order, as a provider could tell of it that charged twice. */
    private void succeed(OrderView order) {
        PaymentView other = payments.start(
                new Payments.Due(
                        Ids.next(),
                        order.hold(),
                        order.event(),
                        order.organization(),
                        order.total(),
                        "again",
                        order.buyerEmail(),
                        "http://localhost"),
                "sandbox",
                PaymentFixture.GOOD_CARD);
        tell(order, other);
    }

    private void tell(OrderView order, PaymentView payment) {
        acting.asSystem(
                order.organization(),
                () -> transaction.executeWithoutResult(status -> publisher.publishEvent(new PaymentSucceeded(
                        payment.id(), order.id().value(), order.event(), order.organization(), payment.amount()))));
    }

    private static void until(java.util.concurrent.Callable<Boolean> holds) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(200))
                .until(holds);
    }
}
