package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.kernel.Forbidden;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Refusal;
import io.marquee.ordering.OrderEvent.OrderRefunded;
import io.marquee.ordering.OrderEvent.RefundDeclined;
import io.marquee.payment.RefundState;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class RefundingTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    Ordering ordering;

    @Autowired
    RefundRequests requests;

    @Autowired
    Acting acting;

    @Autowired
    MoneyBack moneyBack;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_full_refund_ends_the_tickets_and_returns_their_stock() {
        EventView event = tickets.event();
        TicketTypeView type = tickets.type(event, 2);
        OrderView order = orders.paid(event, type, 2);

        OrderView returning = refund(order, null);

        assertThat(returning.returning()).isEqualTo(order.total());
        assertThat(orders.ticketsOf(order)).extracting(TicketView::state).containsOnly(TicketState.REFUNDED);
        OrderView refunded = orders.until(order, OrderState.REFUNDED);
        assertThat(refunded.refunded()).isEqualTo(order.total());
        assertThat(refunded.returning().isZero()).isTrue();
        assertThat(orders.heardOf(order.id())).anyMatch(OrderRefunded.class::isInstance);
        assertThat(orders.paid(event, type, 2).state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void some_tickets_can_go_back_and_the_rest_later() {
        EventView event = tickets.event();
        OrderView order = orders.paid(event, tickets.type(event, 10), 3);
        List<TicketView> all = orders.ticketsOf(order);

        refund(order, List.of(all.get(1).id()));

        OrderView partly = orders.until(order, OrderState.PARTIALLY_REFUNDED);
        assertThat(partly.refunded()).isEqualTo(TicketFixture.PRICE);
        assertThat(orders.ticketsOf(order))
                .extracting(TicketView::state)
                .containsExactly(TicketState.ISSUED, TicketState.REFUNDED, TicketState.ISSUED);
        refund(order, null);
        assertThat(orders.until(order, OrderState.REFUNDED).refunded()).isEqualTo(order.total());
    }

    @Test
    void a_ticket_goes_back_once_however_many_click() throws Exception {
        EventView event = tickets.event();
        OrderView order = orders.paid(event, tickets.type(event, 10), 2);
        TicketId one = orders.ticketsOf(order).getFirst().id();

        List<Object> outcomes = Rush.of(6, i -> () -> refund(order, List.of(one)));

        assertThat(Rush.only(outcomes, OrderView.class)).hasSize(1);
        assertThat(Rush.only(outcomes, Refusal.class)).hasSize(5);
        assertThat(orders.refundsOf(order)).hasSize(1);
    }

    @Test
    void a_refund_counts_with_what_is_left_now_and_not_when_somebody_looked() {
        EventView event = tickets.event();
        OrderView seen = orders.paid(event, tickets.type(event, 10), 2);
        refund(seen, List.of(orders.ticketsOf(seen).getFirst().id()));

        OrderView after = acting.asSystem(
                seen.organization(), () -> transaction.execute(status -> moneyBack.refund(seen, "late", null)));

        assertThat(after.left().isZero()).isTrue();
        assertThat(after.refunded().plus(after.returning())).isEqualTo(seen.total());
    }

    @Test
    void a_refund_that_the_bank_refuses_can_be_asked_for_again() {
        EventView event = tickets.event();
        OrderView order = orders.placed(event, tickets.type(event, 10), 1);
        orders.pay(order, PaymentFixture.CARD_WITHOUT_REFUNDS);
        refund(order, null);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> orders.refundsOf(order).getFirst().state() == RefundState.FAILED);

        assertThat(orders.now(order).left()).isEqualTo(order.total());
        assertThat(orders.now(order).state()).isEqualTo(OrderState.PAID);
        refund(order, null);
        assertThat(orders.refundsOf(order)).hasSize(2);
    }

    @Test
    void a_free_order_is_taken_back_at_once() {
        EventView event = tickets.event();
        OrderView order = orders.placed(event, tickets.type(event, OrderFixture.free(5)), 2);

        assertThat(refund(order, null).state()).isEqualTo(OrderState.REFUNDED);
        assertThat(orders.ticketsOf(order)).extracting(TicketView::state).containsOnly(TicketState.CANCELLED);
    }

    @Test
    void what_was_not_bought_is_not_refunded() {
        EventView event = tickets.event();
        OrderView order = orders.placed(event, tickets.type(event, 10), 1);

        assertThatThrownBy(() -> refund(order, null)).isInstanceOf(OrderRefused.WrongState.class);
    }

    @Test
    void money_goes_back_by_those_who_may_alone() {
        EventView event = tickets.event();
        OrderView order = orders.paid(event, tickets.type(event, 10), 1);

        assertThatThrownBy(
                        () -> refund(EventFixture.person(event.organization(), OrganizationRole.VIEWER), order, null))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> refund(EventFixture.person(event.id(), EventRole.STAFF), order, null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> refund(EventFixture.stranger(), order, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> refund(OrderFixture.buyer(order), order, null)).isInstanceOf(Refusal.class);
        assertThat(orders.now(order)).isEqualTo(order);
    }

    @Test
    void a_buyer_asks_once_and_the_team_approves() {
        EventView event = tickets.event();
        OrderView order = orders.paid(event, tickets.type(event, 10), 1);
        RefundRequestView request = acting.as(OrderFixture.buyer(order), () -> requests.ask(order.id(), "I am ill"));

        assertThatThrownBy(() -> acting.as(OrderFixture.buyer(order), () -> requests.ask(order.id(), "Really")))
                .isInstanceOf(OrderRefused.AlreadyRequested.class);
        acting.as(
                EventFixture.owner(event.organization()),
                () -> requests.approve(order.id(), request.id(), "Get well soon", true));

        orders.until(order, OrderState.REFUNDED);
        assertThat(acting.as(OrderFixture.buyer(order), () -> requests.of(order.id())))
                .singleElement()
                .satisfies(r -> assertThat(r.approved()).isTrue());
    }

    @Test
    void the_team_declines_with_a_note() {
        EventView event = tickets.event();
        OrderView order = orders.paid(event, tickets.type(event, 10), 1);
        RefundRequestView request = acting.as(OrderFixture.buyer(order), () -> requests.ask(order.id(), "I forgot"));
        Actor.Person owner = EventFixture.owner(event.organization());

        acting.as(owner, () -> requests.decline(order.id(), request.id(), "Too late, sorry"));

        assertThat(orders.heardOf(order.id()))
                .filteredOn(RefundDeclined.class::isInstance)
                .singleElement()
                .satisfies(e -> assertThat(((RefundDeclined) e).note()).isEqualTo("Too late, sorry"));
        assertThatThrownBy(() -> acting.as(owner, () -> requests.approve(order.id(), request.id(), "", true)))
                .isInstanceOf(NotFound.class);
        assertThat(orders.now(order)).isEqualTo(order);
    }

    private OrderView refund(OrderView order, @Nullable List<TicketId> chosen) {
        return refund(EventFixture.owner(order.organization()), order, chosen);
    }

    private OrderView refund(Actor by, OrderView order, @Nullable List<TicketId> chosen) {
        return acting.as(by, () -> ordering.refund(order.id(), "asked at the desk", chosen));
    }
}
