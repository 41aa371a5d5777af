package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.kernel.Money;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PricingFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.TicketsRefused.CodePersonLimit;
import io.marquee.ticketing.Wanted;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was quoted is what is held, ordered, printed on tickets and given back. */
@MarqueeTest
class PricedOrderTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    PricingFixture pricing;

    @Autowired
    OrderFixture orders;

    @Autowired
    Holds holds;

    @Autowired
    Ordering ordering;

    @Autowired
    Acting acting;

    EventView event;
    TicketTypeView type;

    @BeforeEach
    void concert() {
        event = tickets.event();
        type = tickets.type(event, 100);
        pricing.rule(event, PricingFixture.tax("VAT", 19, false));
        pricing.rule(event, PricingFixture.fee("Booking fee", 3, 99, true));
        pricing.code(event, PricingFixture.percent("THIRD", 33));
    }

    @Test
    void an_order_keeps_the_lines_of_its_hold() {
        HoldView hold = hold(3);
        OrderView order = orders.place(hold);

        OrderView kept = orders.now(order);

        assertThat(kept.total()).isEqualTo(hold.total());
        assertThat(kept.lines().getFirst().cost())
                .isEqualTo(hold.items().getFirst().cost());
    }

    @Test
    void an_order_keeps_its_price_when_the_team_changes_theirs() {
        OrderView order = orders.place(hold(3));

        pricing.rule(event, PricingFixture.tax("Another tax", 10, true));
        tickets.edit(type, before -> TicketFixture.general(100));

        assertThat(orders.now(order)).isEqualTo(order);
    }

    @Test
    void the_tickets_share_the_total_exactly() {
        OrderView order = paid(3);

        List<TicketView> issued = orders.ticketsOf(order);

        assertThat(issued.stream().mapToLong(t -> t.price().amount()).sum())
                .isEqualTo(order.total().amount());
        assertThat(issued).hasSize(3);
    }

    @Test
    void refunds_of_single_tickets_give_back_all_that_was_paid_without_a_cent_of_drift() {
        OrderView order = paid(3);

        for (TicketView ticket : orders.ticketsOf(order)) {
            Money before = orders.now(order).left();
            refund(order, ticket.id());
            assertThat(orders.now(order).left()).isEqualTo(before.minus(ticket.price()));
        }

        assertThat(orders.until(order, OrderState.REFUNDED).refunded()).isEqualTo(order.total());
    }

    @Test
    void a_code_that_takes_all_off_makes_an_order_that_is_paid_at_once() {
        pricing.code(event, PricingFixture.percent("GUEST", 100));

        OrderView order = orders.place(holds.take(event, new Basket(List.of(new Wanted(type.id(), 2)), "GUEST", null)));

        assertThat(order.state()).isEqualTo(OrderState.PAID);
        assertThat(orders.ticketsOf(order)).hasSize(2).allMatch(t -> t.price().isZero());
    }

    @Test
    void a_person_uses_a_code_for_free_tickets_only_as_often_as_they_may() {
        pricing.code(event, PricingFixture.limited("GUEST", 100, null, 1));
        Basket basket = new Basket(List.of(new Wanted(type.id(), 1)), "GUEST", null);
        assertThat(orders.place(holds.take(event, basket)).bought()).isTrue();

        HoldView again = holds.take(event, basket);

        assertThatThrownBy(() -> orders.place(again)).isInstanceOf(CodePersonLimit.class);
        assertThat(orders.place(again, "Bea Holm", "bea@example.org").bought()).isTrue();
    }

    private HoldView hold(int quantity) {
        return holds.take(event, new Basket(List.of(new Wanted(type.id(), quantity)), "THIRD", null));
    }

    private OrderView paid(int quantity) {
        OrderView order = orders.place(hold(quantity));
        orders.pay(order, PaymentFixture.GOOD_CARD);
        return orders.now(order);
    }

    private void refund(OrderView order, TicketId ticket) {
        acting.as(EventFixture.owner(event.organization()), () -> ordering.refund(order.id(), "ill", List.of(ticket)));
    }
}
