package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.Forbidden;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The team takes a ticket back and keeps the money. */
@MarqueeTest
class TicketCancellationsTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    TicketCancellations cancellations;

    @Autowired
    Ordering ordering;

    @Autowired
    Events events;

    @Autowired
    Unwinding unwinding;

    @Autowired
    Acting acting;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Settings settings;

    private EventView event;
    private TicketTypeView type;
    private OrderView order;
    private TicketId first;
    private Actor.Person owner;

    @BeforeEach
    void an_order_of_two() {
        event = tickets.event();
        type = tickets.type(event, 2);
        order = orders.paid(event, type, 2);
        first = orders.ticketsOf(order).getFirst().id();
        owner = EventFixture.owner(event.organization());
    }

    @Test
    void it_ends_its_place_is_free_and_no_money_moves() {
        cancel(true);

        assertThat(orders.ticketsOf(order))
                .extracting(TicketView::state)
                .containsExactly(TicketState.CANCELLED, TicketState.ISSUED);
        assertThat(orders.now(order).state()).isEqualTo(OrderState.PAID);
        assertThat(orders.refundsOf(order)).isEmpty();
        assertThat(tickets.hold(event, type, 1).items()).hasSize(1);
    }

    @Test
    void or_its_place_stays_taken() {
        cancel(false);

        assertThatThrownBy(() -> tickets.hold(event, type, 1)).isInstanceOf(io.marquee.ticketing.TicketsRefused.class);
    }

    @Test
    void what_it_cost_is_kept_when_the_rest_goes_back() {
        cancel(true);
        assertThat(acting.as(owner, () -> ordering.preview(order.id(), RefundScope.ALL))
                        .amount())
                .isEqualTo(Money.of(2400, "EUR"));

        acting.as(owner, () -> events.cancel(event.id(), "storm"));
        orders.until(order, OrderState.PARTIALLY_REFUNDED);

        await().until(() -> progress().done().orders() == 1);
        assertThat(progress().waiting().orders()).isZero();
        assertThat(orders.now(order).left()).isEqualTo(Money.of(2400, "EUR"));
    }

    @Test
    void a_ticket_is_cancelled_once_with_a_reason_by_those_who_may_refund() {
        assertThatThrownBy(() -> acting.as(owner, () -> cancellations.cancel(order.id(), List.of(first), " ", true)))
                .isInstanceOf(InvalidInput.class);
        Actor.Person seller = EventFixture.person(event.id(), EventRole.VIEWER, EventGrant.ORDERS);
        assertThatThrownBy(() -> acting.as(seller, () -> cancellations.cancel(order.id(), List.of(first), "x", true)))
                .isInstanceOf(Forbidden.class);
        cancel(true);
        assertThatThrownBy(() -> cancel(true)).isInstanceOf(InvalidInput.class);

        assertThat(acting.as(OrderFixture.buyer(order), () -> cancellations.ofOrder(order.id())))
                .containsExactly(first);
        String page = "/orders/" + capabilities.tokenFor(order.hold().value());
        assertThat(Visitor.of(settings.baseUrl()).get(page).body())
                .contains("A ticket was cancelled without a refund", "resold it");
    }

    private void cancel(boolean returnStock) {
        acting.as(owner, () -> cancellations.cancel(order.id(), List.of(first), "resold it", returnStock));
    }

    private Unwinding.Progress progress() {
        return acting.as(owner, () -> unwinding.progress(event.slug())).getFirst();
    }
}
