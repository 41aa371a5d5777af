package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.Refusal;
import io.marquee.payment.RefundState;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.TicketsRefused;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class PartialRefundTest {
    private static final Money TEN = Money.of(1000, "EUR");

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    Ordering ordering;

    @Autowired
    RefundRequests requests;

    @Autowired
    RefundQueue queue;

    @Autowired
    Acting acting;

    private EventView event;
    private TicketTypeView type;
    private OrderView order;
    private Actor.Person owner;

    @BeforeEach
    void begin() {
        event = tickets.event();
        type = tickets.type(event, 2);
        order = orders.paid(event, type, 2);
        owner = EventFixture.owner(event.organization());
    }

    @Test
    void an_amount_goes_back_and_all_tickets_stay() {
        refund(new RefundScope(List.of(), TEN, true, null));

        OrderView partly = orders.until(order, OrderState.PARTIALLY_REFUNDED);
        assertThat(partly.refunded()).isEqualTo(TEN);
        assertThat(orders.ticketsOf(order)).extracting(TicketView::state).containsOnly(TicketState.ISSUED);
    }

    @Test
    void a_form_that_is_sent_twice_gives_back_once() throws Exception {
        RefundScope scope = new RefundScope(List.of(), TEN, true, "form-1");

        List<Object> outcomes = Rush.of(6, i -> () -> refund(scope));

        assertThat(Rush.only(outcomes, OrderView.class)).hasSize(6);
        assertThat(orders.refundsOf(order)).hasSize(1);
        refund(new RefundScope(List.of(), TEN, true, "form-2"));
        assertThat(orders.refundsOf(order)).hasSize(2);
    }

    @Test
    void places_that_stay_taken_are_not_sold_again() {
        refund(new RefundScope(List.of(first()), null, false, null));

        assertThatThrownBy(() -> tickets.hold(event, type, 1)).isInstanceOf(TicketsRefused.class);

        OrderView rest = refund(new RefundScope(null, null, true, null));
        assertThat(rest.left().isZero()).isTrue();
        assertThat(orders.paid(event, type, 1).state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void a_ticket_can_end_for_less_than_it_cost() {
        refund(new RefundScope(List.of(first()), TEN, true, null));

        assertThat(orders.until(order, OrderState.PARTIALLY_REFUNDED).refunded())
                .isEqualTo(TEN);
        assertThat(orders.ticketsOf(order))
                .extracting(TicketView::state)
                .containsExactly(TicketState.REFUNDED, TicketState.ISSUED);
    }

    @Test
    void the_preview_says_what_happens_and_changes_nothing() {
        RefundPlan plan = acting.as(
                owner, () -> ordering.preview(order.id(), new RefundScope(List.of(first()), TEN, false, null)));

        assertThat(plan.amount()).isEqualTo(TEN);
        assertThat(plan.keeps()).isEqualTo(order.total().minus(TEN));
        assertThat(plan.ending()).extracting(TicketView::id).containsExactly(first());
        assertThat(plan.staying()).isEqualTo(1);
        assertThat(orders.now(order)).isEqualTo(order);
        assertThat(orders.refundsOf(order)).isEmpty();
    }

    @Test
    void more_than_there_is_does_not_go_back_nor_all_of_it_while_tickets_stay() {
        assertThatThrownBy(() -> refund(new RefundScope(List.of(), Money.of(4801, "EUR"), true, null)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> refund(new RefundScope(List.of(), order.total(), true, null)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> refund(new RefundScope(List.of(), Money.of(1000, "USD"), true, null)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> refund(new RefundScope(List.of(), null, true, null)))
                .isInstanceOf(OrderRefused.NothingToRefund.class);
        assertThat(orders.refundsOf(order)).isEmpty();
    }

    @Test
    void the_queue_shows_what_waits_and_what_was_answered() {
        RefundRequestView asked = acting.as(OrderFixture.buyer(order), () -> requests.ask(order.id(), "I am ill"));

        assertThat(waiting(RefundState.REQUESTED)).containsExactly(asked.id());
        acting.as(owner, () -> requests.approve(order.id(), asked.id(), "Get well", false));

        assertThat(waiting(RefundState.REQUESTED)).isEmpty();
        assertThat(waiting(RefundState.APPROVED)).containsExactly(asked.id());
        assertThatThrownBy(() -> tickets.hold(event, type, 1)).isInstanceOf(TicketsRefused.class);
    }

    @Test
    void a_partial_refund_answers_the_request_too() {
        RefundRequestView asked = acting.as(OrderFixture.buyer(order), () -> requests.ask(order.id(), "I am ill"));

        refund(new RefundScope(List.of(), TEN, true, null));

        assertThat(waiting(RefundState.APPROVED)).containsExactly(asked.id());
    }

    @Test
    void the_queue_is_for_those_who_may_see_orders() {
        Actor.Person member = EventFixture.person(event.organization(), OrganizationRole.MEMBER);

        assertThatThrownBy(() -> acting.as(member, () -> queue.ofOrganization(event.organization(), null, null, 10)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(Permission.SEE_ORDERS.name().toLowerCase(java.util.Locale.ROOT));
        assertThatThrownBy(() -> acting.as(
                        EventFixture.stranger(), () -> queue.ofEvent(event.organization(), event.id(), null, null, 10)))
                .isInstanceOf(Refusal.class);
    }

    private List<java.util.UUID> waiting(RefundState state) {
        return acting.as(owner, () -> queue.ofOrganization(event.organization(), state, null, 10)).items().stream()
                .map(entry -> entry.request().id())
                .toList();
    }

    private TicketId first() {
        return orders.ticketsOf(order).getFirst().id();
    }

    private OrderView refund(RefundScope scope) {
        return acting.as(owner, () -> ordering.giveBack(order.id(), "goodwill", scope));
    }
}
