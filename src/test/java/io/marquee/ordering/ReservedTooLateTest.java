package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.payment.sandbox.FaultyProvider;
import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.EventFixture;
import io.marquee.testing.Ledgers;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.StakeFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.ApprovedTypes;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An order ends by itself while its bank still asks or thinks: what it reserves then buys tickets, or nobody keeps it. */
@MarqueeTest
class ReservedTooLateTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    StakeFixture stakes;

    @Autowired
    Ledgers ledgers;

    @Autowired
    Approvals approvals;

    @Autowired
    ApprovedTypes types;

    @Autowired
    Checkout checkout;

    @Autowired
    Payments payments;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    FaultyProvider faulty;

    @Autowired
    Acting acting;

    private EventView event;
    private Actor.Person owner;

    @BeforeEach
    void begin() {
        event = stakes.soon(tickets.event());
        owner = EventFixture.owner(event.organization());
    }

    @AfterEach
    void mend() {
        sandbox.mend();
        faulty.mend();
    }

    @Test
    void what_a_bank_reserves_for_a_request_that_is_over_is_let_go_of() {
        sandbox.behave("now", 30, 600, 10);
        TicketTypeView type = tickets.type(event, 5);
        ask(type);
        OrderView asked = orders.placed(event, type, 1);
        OrderView thinking = orders.placed(event, type, 1);
        PaymentView asks = orders.pay(asked, PaymentFixture.CAREFUL_CARD);
        orders.pay(thinking, PaymentFixture.SLOW_CARD);
        assertThat(state(thinking)).isEqualTo(PaymentState.PROCESSING);
        expired(asked, thinking);

        sandbox.authenticate(asks, true);
        sandbox.rewrite(
                "update payment.sandbox_charges set settles_at = now() where reference = ?",
                orders.paymentsOf(thinking).getFirst().id().toString());
        for (OrderView order : List.of(asked, thinking))
            acting.as(OrderFixture.buyer(order), () -> checkout.lookAgain(order.id()));

        letGo(asked);
        letGo(thinking);
        wellKept();
    }

    @Test
    void what_a_bank_reserves_too_late_for_a_stake_gets_its_ticket_where_there_is_one_and_is_let_go_of_else() {
        TicketTypeView some = stakes.type(event, 5);
        EventView full = stakes.soon(tickets.event());
        TicketTypeView last = stakes.type(full, 1);
        OrderView lucky = orders.placed(event, some, 1);
        OrderView late = orders.placed(full, last, 1);
        PaymentView luckys = orders.pay(lucky, PaymentFixture.CAREFUL_CARD);
        PaymentView lates = orders.pay(late, PaymentFixture.CAREFUL_CARD);
        expired(lucky, late);
        OrderView quicker = orders.paid(full, last, 1);

        for (PaymentView asks : List.of(luckys, lates)) sandbox.authenticate(asks, true);
        for (OrderView order : List.of(lucky, late))
            acting.as(OrderFixture.buyer(order), () -> checkout.lookAgain(order.id()));

        OrderView revived = orders.until(lucky, OrderState.PAID);
        assertThat(revived.reservation()).isEqualTo(ReservationState.HELD);
        assertThat(state(lucky)).isEqualTo(PaymentState.AUTHORISED);
        assertThat(orders.ticketsOf(lucky)).extracting(TicketView::state).containsExactly(TicketState.STAKED);
        letGo(late);
        assertThat(orders.ticketsOf(quicker)).hasSize(1);
        assertThat(ledgers.breaches(full.id())).isEmpty();
        wellKept();
    }

    @Test
    void what_the_team_agreed_to_and_is_taken_only_when_the_order_is_over_buys_tickets_or_goes_back() {
        TicketTypeView some = tickets.type(event, 5);
        TicketTypeView last = tickets.type(event, 1);
        ask(some, last);
        faulty.line(FaultyProvider.Line.GOOD);
        OrderView lucky = reserved(some);
        OrderView late = reserved(last);
        faulty.line(FaultyProvider.Line.CALLS_LOST);
        assertThat(acting.as(owner, () -> approvals.approve(event, List.of(lucky.id(), late.id()), ""))
                        .refused())
                .isEmpty();
        // nobody there took it for as long as it is kept
        expired(lucky, late);
        tickets.hold(event, last, 1);

        faulty.line(FaultyProvider.Line.GOOD);
        for (OrderView order : List.of(lucky, late))
            acting.asSystem(
                    event.organization(),
                    () -> payments.refresh(orders.paymentsOf(order).getFirst().id()));

        orders.until(lucky, OrderState.PAID);
        assertThat(orders.ticketsOf(lucky)).hasSize(1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(orders.refundsOf(late))
                        .singleElement()
                        .satisfies(back -> assertThat(back.amount()).isEqualTo(TicketFixture.PRICE)));
        assertThat(orders.now(late).state()).isEqualTo(OrderState.EXPIRED);
        assertThat(orders.ticketsOf(late)).isEmpty();
        wellKept();
    }

    private void ask(TicketTypeView... about) {
        acting.as(
                owner,
                () -> types.choose(
                        event.organization(),
                        event.id(),
                        Stream.of(about).map(TicketTypeView::id).toList()));
    }

    private OrderView reserved(TicketTypeView type) {
        OrderView order = orders.placed(event, type, 1);
        acting.as(
                OrderFixture.buyer(order),
                () -> checkout.pay(
                        order.id(), FaultyProvider.NAME, PaymentFixture.GOOD_CARD, "http://localhost/return"));
        assertThat(state(order)).isEqualTo(PaymentState.AUTHORISED);
        return order;
    }

    private void expired(OrderView... over) {
        for (OrderView order : over) orders.pass(order);
        for (OrderView order : over) orders.until(order, OrderState.EXPIRED);
    }

    private PaymentState state(OrderView order) {
        return orders.paymentsOf(order).getFirst().state();
    }

    private void letGo(OrderView order) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(state(order)).isEqualTo(PaymentState.CANCELLED));
        assertThat(orders.now(order).state()).isEqualTo(OrderState.EXPIRED);
        assertThat(orders.ticketsOf(order)).isEmpty();
    }

    private void wellKept() {
        assertThat(ledgers.breaches(event.id())).isEmpty();
        assertThat(stakes.bookBreaches(event)).isEmpty();
    }
}
