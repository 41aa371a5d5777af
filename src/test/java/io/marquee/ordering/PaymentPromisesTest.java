package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventView;
import io.marquee.ordering.OrderEvent.OrderRefunded;
import io.marquee.payment.FreshLines;
import io.marquee.payment.PaymentRefused;
import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
import io.marquee.payment.sandbox.FaultyProvider;
import io.marquee.payment.sandbox.FaultyProvider.Line;
import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.Ledgers;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/**
 * What a buyer may rely on, whatever the network does: a payment ends as tickets or as a refund, and what they read is true
 * at every moment.
 */
@MarqueeTest
class PaymentPromisesTest {
    private static final Duration ONE_LOOK = Duration.ofSeconds(10);

    @Autowired
    private TicketFixture tickets;

    @Autowired
    private OrderFixture orders;

    @Autowired
    private SandboxFixture sandbox;

    @Autowired
    private FaultyProvider faulty;

    @Autowired
    private FreshLines lines;

    @Autowired
    private Checkout checkout;

    @Autowired
    private Ledgers ledgers;

    @Autowired
    private Capabilities capabilities;

    @Autowired
    private Settings settings;

    @Autowired
    private Acting acting;

    private EventView event;
    private OrderView order;

    @BeforeEach
    void an_order_that_waits_for_its_payment() {
        sandbox.behave("now", 1, 5, 0);
        event = tickets.event();
        order = orders.placed(event, tickets.type(event, 10), 2);
    }

    @AfterEach
    void order_and_payment_never_contradict_each_other() {
        sandbox.mend();
        faulty.mend();
        assertThat(ledgers.breaches(event.id())).isEmpty();
    }

    @Test
    void failed_is_never_shown_while_the_payment_is_undecided() {
        orders.pay(order, PaymentFixture.SLOW_CARD);

        String page = returned();

        assertThat(page).contains("Your bank is still deciding", "don’t pay again", "hx-trigger");
        assertThat(page).doesNotContainIgnoringCase("failed").doesNotContain("declined");
        orders.until(order, OrderState.PAID);
    }

    @Test
    void a_second_attempt_while_one_is_undecided_is_stopped() {
        PaymentView first = orders.pay(order, PaymentFixture.SLOW_CARD);

        assertThat(orders.pay(order, PaymentFixture.GOOD_CARD).id()).isEqualTo(first.id());

        orders.until(order, OrderState.PAID);
        assertThat(orders.paymentsOf(order)).hasSize(1);
        assertThat(charges()).isEqualTo("1");
    }

    @Test
    void a_second_success_for_one_order_is_refunded_by_itself() {
        orders.pay(order, PaymentFixture.GOOD_CARD);
        PaymentView first = orders.paymentsOf(order).getFirst();

        String second = sandbox.chargeWithoutUs(first.id().toString(), order.total());
        sandbox.reconcile();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> sandbox.one(
                                "select coalesce(sum(amount), 0)::text from payment.sandbox_refunds where charge_id = ? and state = 'paid_back'",
                                second)
                        .equals(String.valueOf(order.total().amount())));
        assertThat(orders.now(order).state()).isEqualTo(OrderState.PAID);
        assertThat(orders.ticketsOf(order)).extracting(TicketView::state).containsOnly(TicketState.ISSUED);
    }

    @Test
    void a_retry_after_a_decline_gets_its_own_key() {
        assertThat(orders.pay(order, PaymentFixture.DECLINED_CARD).state()).isEqualTo(PaymentState.FAILED);
        assertThat(orders.pay(order, PaymentFixture.GOOD_CARD).state()).isEqualTo(PaymentState.SUCCEEDED);

        assertThat(sandbox.one(
                        "select count(distinct idempotency_key)::text from payment.payments where order_id = ?",
                        order.id().value()))
                .isEqualTo("2");
        assertThat(orders.now(order).state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void a_late_payment_gets_its_tickets_while_there_are_any() {
        orders.pay(order, PaymentFixture.SLOW_CARD);
        orders.pass(order);
        orders.until(order, OrderState.EXPIRED);

        orders.until(order, OrderState.PAID);

        assertThat(orders.ticketsOf(order)).hasSize(2);
    }

    @Test
    void a_late_payment_gets_all_of_its_money_back_when_there_are_too_few() {
        TicketTypeView last = tickets.type(event, 2);
        OrderView late = orders.placed(event, last, 2);
        orders.pay(late, PaymentFixture.SLOW_CARD);
        orders.pass(late);
        orders.paid(event, last, 1);

        await().atMost(Duration.ofSeconds(40))
                .until(() -> orders.heardOf(late.id()).stream().anyMatch(OrderRefunded.class::isInstance));

        assertThat(orders.ticketsOf(late)).isEmpty();
        assertThat(orders.refundsOf(late))
                .singleElement()
                .satisfies(refund -> assertThat(refund.amount()).isEqualTo(late.total()));
    }

    @Test
    void a_lost_webhook_delays_nothing_beyond_the_next_look() {
        sandbox.webhooksCome("never");
        PaymentView open = acting.as(
                OrderFixture.buyer(order), () -> checkout.pay(order.id(), "sandbox", null, "http://localhost/return"));

        sandbox.pay(open, PaymentFixture.GOOD_CARD);

        await().atMost(ONE_LOOK).until(() -> orders.now(order).state() == OrderState.PAID);
    }

    @Test
    void a_buyer_who_looks_does_not_even_wait_for_that() {
        sandbox.webhooksCome("never");
        PaymentView open = acting.as(
                OrderFixture.buyer(order), () -> checkout.pay(order.id(), "sandbox", null, "http://localhost/return"));
        sandbox.pay(open, PaymentFixture.GOOD_CARD);

        returned();

        assertThat(orders.now(order).state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void a_provider_that_hangs_keeps_nobody_for_long_and_charges_once() {
        faulty.line(Line.HANGS);
        Instant began = Instant.now();

        assertThatThrownBy(this::payOverBadLine).isInstanceOf(PaymentRefused.ProviderDown.class);

        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(orders.paymentsOf(order)).extracting(PaymentView::state).containsExactly(PaymentState.CREATED);
        Instant looked = Instant.now();
        assertThat(returned()).contains("Your bank is still deciding");
        assertThat(Duration.between(looked, Instant.now()))
                .as("the page comes all the same")
                .isLessThan(Duration.ofSeconds(6));
        faulty.line(Line.GOOD);
        orders.until(order, OrderState.PAID);
        assertThat(charges()).isEqualTo("1");
    }

    @Test
    void a_crash_between_the_providers_answer_and_our_commit_charges_once_and_ends_as_tickets() {
        // the provider has charged, and nothing of its answer was written: as after kill -9
        faulty.line(Line.ANSWERS_LOST);
        assertThatThrownBy(this::payOverBadLine).isInstanceOf(PaymentRefused.ProviderDown.class);
        assertThat(charges()).isEqualTo("1");
        assertThat(orders.now(order).state()).isEqualTo(OrderState.PENDING);

        faulty.line(Line.GOOD);

        orders.until(order, OrderState.PAID);
        assertThat(charges()).isEqualTo("1");
    }

    @Test
    void while_a_provider_is_down_buyers_read_it_and_nothing_is_started() {
        lines.close("sandbox");
        try {
            assertThatThrownBy(() -> orders.pay(order, PaymentFixture.GOOD_CARD))
                    .isInstanceOf(PaymentRefused.ProviderPaused.class);

            assertThat(orders.paymentsOf(order)).isEmpty();
            faulty.mend();
            assertThat(visitor().get("/checkout/" + token()).body())
                    .contains("Payments are down for the moment", "stay yours until");
        } finally {
            lines.forget("sandbox");
        }
        orders.pay(order, PaymentFixture.GOOD_CARD);
        assertThat(orders.now(order).state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void a_refund_that_was_made_in_the_dashboard_ends_the_tickets_and_says_so_to_the_order() {
        orders.pay(order, PaymentFixture.GOOD_CARD);
        PaymentView paid = orders.paymentsOf(order).getFirst();

        sandbox.refundWithoutUs(paid.id(), order.total());
        sandbox.reconcile();

        orders.until(order, OrderState.REFUNDED);
        assertThat(orders.ticketsOf(order)).extracting(TicketView::state).containsOnly(TicketState.REFUNDED);
    }

    @Test
    void a_part_refunded_in_the_dashboard_leaves_the_tickets_since_nobody_knows_for_which_it_was() {
        orders.pay(order, PaymentFixture.GOOD_CARD);
        PaymentView paid = orders.paymentsOf(order).getFirst();

        sandbox.refundWithoutUs(paid.id(), order.total().split(2).getFirst());
        sandbox.reconcile();

        orders.until(order, OrderState.PARTIALLY_REFUNDED);
        assertThat(orders.ticketsOf(order)).extracting(TicketView::state).containsOnly(TicketState.ISSUED);
    }

    @Test
    void the_database_refuses_an_order_that_is_paid_by_no_payment_of_its_own() {
        OrderView other = orders.paid(event, tickets.type(event, 10), 1);

        assertThatThrownBy(() -> sandbox.rewrite("""
                        update ordering.orders o set state = 'paid', paid_at = now(),
                          paid_by = (select p.id from payment.payments p where p.order_id <> o.id and p.state = 'failed' limit 1)
                        where o.id = ?
                        """, order.id().value())).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sandbox.rewrite(
                        "update payment.payments set state = 'failed' where order_id = ?",
                        other.id().value()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("has ended as succeeded");
    }

    @Test
    void the_database_refuses_a_payment_that_neither_buys_nor_goes_back() {
        orders.pay(order, PaymentFixture.SLOW_CARD);

        assertThatThrownBy(() -> sandbox.rewrite(
                        "update payment.payments set state = 'succeeded' where order_id = ?",
                        order.id().value()))
                .hasMessageContaining("neither bought its order nor goes back");
        orders.until(order, OrderState.PAID);
    }

    private PaymentView payOverBadLine() {
        return acting.as(
                OrderFixture.buyer(order),
                () -> checkout.pay(
                        order.id(), FaultyProvider.NAME, PaymentFixture.GOOD_CARD, "http://localhost/return"));
    }

    /** The page that the buyer comes back to. */
    private String returned() {
        return visitor().get("/checkout/" + token() + "/return").body();
    }

    private String token() {
        return capabilities.tokenFor(order.hold().value());
    }

    private Visitor visitor() {
        return Visitor.of(settings.baseUrl());
    }

    private String charges() {
        return sandbox.one("""
                select count(*)::text from payment.sandbox_charges
                where reference in (select id::text from payment.payments where order_id = ?)
                """, order.id().value());
    }
}
