package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.HoldState;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.TicketsRefused;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class PlacingTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    Ordering ordering;

    @Autowired
    Holds holds;

    @Autowired
    Acting acting;

    @Test
    void a_free_order_is_paid_by_being_made() {
        EventView event = tickets.event();
        OrderView order = orders.placed(event, tickets.type(event, OrderFixture.free(10)), 2);

        assertThat(order.state()).isEqualTo(OrderState.PAID);
        assertThat(orders.now(order)).isEqualTo(order);
        assertThat(orders.ticketsOf(order)).extracting(TicketView::holderName).containsExactly("Ada Lind", "Ada Lind");
        assertThat(orders.heardOf(order.id()))
                .extracting(e -> e.getClass().getSimpleName())
                .containsExactly("OrderPlaced", "OrderPaid");
    }

    @Test
    void a_paid_order_waits_for_its_payment() {
        EventView event = tickets.event();
        OrderView order = orders.placed(event, tickets.type(event, 10), 2);

        assertThat(order.state()).isEqualTo(OrderState.PENDING);
        assertThat(order.total()).isEqualTo(TicketFixture.PRICE.times(2));
        assertThat(orders.ticketsOf(order)).isEmpty();
    }

    @Test
    void tickets_are_in_the_names_of_those_who_come() {
        EventView event = tickets.event();
        HoldView hold = tickets.hold(event, tickets.type(event, OrderFixture.free(10)), 2);
        List<Ordering.Attendee> coming =
                List.of(new Ordering.Attendee("", ""), new Ordering.Attendee("Tom Sá", "TOM@example.org"));

        OrderView order = acting.as(
                OrderFixture.buyer(hold),
                () -> ordering.place(
                        new Ordering.Placing(hold.id(), "Ada Lind", "ada@example.org", coming, Locale.GERMAN)));

        assertThat(orders.ticketsOf(order)).extracting(TicketView::holderName).containsExactly("Ada Lind", "Tom Sá");
        assertThat(orders.ticketsOf(order))
                .extracting(TicketView::holderEmail)
                .containsExactly("ada@example.org", "tom@example.org");
    }

    @Test
    void many_clicks_at_once_make_one_order() throws Exception {
        EventView event = tickets.event();
        TicketTypeView type = tickets.type(event, OrderFixture.free(10));
        HoldView hold = tickets.hold(event, type, 2);

        List<Object> outcomes = Rush.of(8, i -> () -> orders.place(hold));

        List<OrderView> made = Rush.only(outcomes, OrderView.class);
        assertThat(made).hasSize(8);
        assertThat(made).extracting(OrderView::id).containsOnly(made.getFirst().id());
        assertThat(orders.ticketsOf(made.getFirst())).hasSize(2);
    }

    @Test
    void the_form_sent_again_corrects_an_order_that_is_not_paid() {
        EventView event = tickets.event();
        HoldView hold = tickets.hold(event, tickets.type(event, 10), 2);
        OrderView first = orders.place(hold);
        OrderView second = acting.as(
                OrderFixture.buyer(hold),
                () -> ordering.place(new Ordering.Placing(
                        hold.id(), "Ada B. Lind", "ada.lind@example.org", List.of(), Locale.ENGLISH)));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.buyerEmail()).isEqualTo("ada.lind@example.org");
        orders.pay(second, PaymentFixture.GOOD_CARD);
        assertThat(orders.place(hold).buyerName()).isEqualTo("Ada B. Lind");
        assertThat(orders.ticketsOf(second)).extracting(TicketView::holderName).containsOnly("Ada B. Lind");
    }

    @Test
    void a_hold_is_ordered_by_the_bearer_of_its_token_alone() {
        EventView event = tickets.event();
        HoldView hold = tickets.hold(event, tickets.type(event, 10), 1);

        assertThatThrownBy(() -> acting.as(
                        EventFixture.owner(event.organization()), () -> ordering.place(OrderFixture.ada(hold))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> acting.as(
                        OrderFixture.buyer(tickets.hold(event, tickets.type(event, 10), 1)),
                        () -> ordering.place(OrderFixture.ada(hold))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatever_is_wrong_is_told_at_its_field() {
        EventView event = tickets.event();
        HoldView hold = tickets.hold(event, tickets.type(event, 10), 2);
        List<Ordering.Attendee> coming =
                List.of(new Ordering.Attendee("Tom", "tom@"), new Ordering.Attendee("a\0b", ""));

        InvalidInput wrong = catchThrowableOfType(
                InvalidInput.class,
                () -> acting.as(
                        OrderFixture.buyer(hold),
                        () -> ordering.place(
                                new Ordering.Placing(hold.id(), " ", "ada@lind", coming, Locale.ENGLISH))));

        assertThat(wrong.problems())
                .extracting(InvalidInput.Problem::field)
                .containsExactly("buyer.name", "buyer.email", "attendees[0].email", "attendees[1].name");
    }

    @Test
    void a_hold_whose_time_is_up_is_not_ordered() {
        EventView event = tickets.event();
        HoldView hold = tickets.hold(event, tickets.type(event, 10), 1);
        acting.as(OrderFixture.buyer(hold), () -> holds.release(hold.id()));

        assertThatThrownBy(() -> orders.place(hold)).isInstanceOf(TicketsRefused.HoldGone.class);
    }

    @Test
    void a_person_gets_no_more_than_their_limit_over_several_orders() {
        EventView event = tickets.event();
        TicketTypeView type = tickets.type(event, TicketFixture.perPerson(10, 2));
        orders.placed(event, type, 2);
        HoldView third = tickets.hold(event, type, 1);

        assertThatThrownBy(() -> orders.place(third)).isInstanceOf(TicketsRefused.PersonLimit.class);
    }

    @Test
    void a_cancelled_order_gives_its_tickets_back() {
        EventView event = tickets.event();
        OrderView order = orders.placed(event, tickets.type(event, 1), 1);

        OrderView cancelled =
                acting.as(OrderFixture.buyer(order), () -> ordering.cancel(order.id(), "changed my mind"));

        assertThat(cancelled.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(acting.as(OrderFixture.buyer(order), () -> holds.byId(order.hold()))
                        .state())
                .isEqualTo(HoldState.RELEASED);
    }

    @Test
    void an_order_whose_payment_is_under_way_is_not_given_up() {
        EventView event = tickets.event();
        OrderView order = orders.placed(event, tickets.type(event, 10), 1);
        orders.pay(order, PaymentFixture.SLOW_CARD);

        assertThatThrownBy(() -> acting.as(OrderFixture.buyer(order), () -> ordering.cancel(order.id(), "no")))
                .isInstanceOf(OrderRefused.PaymentUndecided.class);
    }

    @Test
    void an_order_expires_with_its_hold() {
        EventView event = tickets.event();
        OrderView order = orders.placed(event, tickets.type(event, 10), 1);
        orders.pass(order);

        orders.until(order, OrderState.EXPIRED);

        assertThat(orders.heardOf(order.id())).anyMatch(OrderEvent.OrderExpired.class::isInstance);
        assertThatThrownBy(() -> orders.pay(order, PaymentFixture.GOOD_CARD))
                .isInstanceOf(OrderRefused.WrongState.class);
    }
}
