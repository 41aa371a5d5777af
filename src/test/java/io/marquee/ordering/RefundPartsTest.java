package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.Money;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketTypeDetails;
import io.marquee.ticketing.Wanted;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class RefundPartsTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    Holds holds;

    @Autowired
    Ordering ordering;

    @Autowired
    OrderReads reads;

    @Autowired
    Acting acting;

    @Test
    void money_goes_back_of_the_lines_whose_tickets_end_and_all_that_is_left_of_each_at_last() {
        EventView event = tickets.event();
        OrderView order = twoLines(event);

        refund(order, List.of(orders.ticketsOf(order).get(2).id()));
        orders.until(order, OrderState.PARTIALLY_REFUNDED);
        refund(order, null);

        assertThat(returns(orders.until(order, OrderState.REFUNDED)))
                .extracting(ReturnView::parts)
                .isEqualTo(List.of(
                        Map.of(2, Money.of(700, "EUR")), Map.of(1, Money.of(4800, "EUR"), 2, Money.of(700, "EUR"))));
    }

    /** Two tickets of 24 euros, and two of 7. */
    private OrderView twoLines(EventView event) {
        var dear = tickets.type(event, 10);
        var cheap = tickets.type(
                event, new TicketTypeDetails("Balcony", "", Money.of(700, "EUR"), 10, 10, null, null, null, false));
        OrderView order = orders.place(holds.take(
                event, new Basket(List.of(new Wanted(dear.id(), 2), new Wanted(cheap.id(), 2)), null, null, null)));
        orders.pay(order, PaymentFixture.GOOD_CARD);
        return orders.now(order);
    }

    private void refund(OrderView order, @Nullable List<TicketId> chosen) {
        acting.as(EventFixture.owner(order.organization()), () -> ordering.refund(order.id(), "ill", chosen));
    }

    private List<ReturnView> returns(OrderView order) {
        return acting.asSystem(order.organization(), () -> reads.returns(order));
    }
}
