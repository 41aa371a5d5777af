package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventView;
import io.marquee.ordering.OrderEvent.OrderRefunded;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.BookFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PricingFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Wanted;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What orders and their money leave in the books. */
@MarqueeTest
class OrderBooksTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    @Autowired
    TicketFixture tickets;

    @Autowired
    PricingFixture pricing;

    @Autowired
    OrderFixture orders;

    @Autowired
    BookFixture books;

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
    }

    @Test
    void a_plain_order_is_money_at_the_provider_and_sales() {
        OrderView order = orders.paid(event, type, 2);

        long total = order.total().amount();
        assertThat(books.ofOrder(order.id().value())).containsExactly("provider_balance " + total, "sales " + -total);
    }

    @Test
    void discounts_taxes_and_fees_stand_apart() {
        pricing.rule(event, PricingFixture.tax("VAT", 19, true));
        pricing.rule(event, PricingFixture.fee("Booking fee", 0, 100, true));
        pricing.rule(event, PricingFixture.fee("Payment fee", 0, 50, false));
        pricing.code(event, PricingFixture.percent("HALF", 50));
        OrderView order = paid("HALF", 2);

        var cost = order.lines().getFirst().cost();
        assertThat(cost.absorbed().amount()).isEqualTo(100);
        assertThat(books.ofOrder(order.id().value()))
                .containsExactlyInAnyOrder(
                        "provider_balance " + order.total().amount(),
                        "discounts " + cost.discount().amount(),
                        "sales " + -(cost.net().amount() + cost.discount().amount() - 100),
                        "tax " + -cost.tax().amount(),
                        "fees " + -(cost.fee().amount() + 100));
    }

    @Test
    void what_goes_back_ticket_by_ticket_leaves_nothing_but_the_discount_in_the_books() {
        pricing.rule(event, PricingFixture.tax("VAT", 19, false));
        pricing.rule(event, PricingFixture.fee("Booking fee", 3, 99, true));
        pricing.rule(event, PricingFixture.fee("Payment fee", 2, 7, false));
        pricing.code(event, PricingFixture.percent("THIRD", 33));
        OrderView order = paid("THIRD", 3);

        for (TicketView ticket : orders.ticketsOf(order)) {
            acting.as(
                    EventFixture.owner(event.organization()),
                    () -> ordering.refund(order.id(), "ill", List.of(ticket.id())));
        }
        orders.until(order, OrderState.REFUNDED);

        long discount = order.lines().getFirst().cost().discount().amount();
        assertThat(books.ofOrder(order.id().value())).containsExactly("discounts " + discount, "sales " + -discount);
    }

    @Test
    void a_refund_that_fails_moves_nothing() {
        OrderView order = orders.placed(event, type, 1);
        orders.pay(order, PaymentFixture.CARD_WITHOUT_REFUNDS);
        List<String> before = books.ofOrder(order.id().value());
        acting.as(EventFixture.owner(event.organization()), () -> ordering.refund(order.id(), "ill", null));
        await().atMost(SOON).until(() -> orders.now(order).returning().isZero());

        assertThat(books.ofOrder(order.id().value())).isEqualTo(before);
    }

    @Test
    void money_that_came_too_late_comes_and_goes() {
        TicketTypeView last = tickets.type(event, 1);
        OrderView late = orders.placed(event, last, 1);
        orders.pay(late, PaymentFixture.SLOW_CARD);
        orders.pass(late);
        orders.paid(event, last, 1);
        await().atMost(SOON).until(() -> orders.heardOf(late.id()).stream().anyMatch(OrderRefunded.class::isInstance));

        assertThat(books.ofOrder(late.id().value())).isEmpty();
        assertThat(books.entries(late.id().value())).isEqualTo(4);
        assertThat(orders.now(late).bought()).isFalse();
    }

    @Test
    void disputed_money_is_held_until_it_is_decided() {
        OrderView order = orders.placed(event, type, 1);
        orders.pay(order, PaymentFixture.DISPUTED_CARD);
        long total = order.total().amount();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(books.ofOrder(order.id().value()))
                        .containsExactly("disputes_held " + total, "sales " + -total));
    }

    @Test
    void a_free_order_posts_nothing() {
        OrderView order = orders.paid(event, tickets.type(event, OrderFixture.free(5)), 1);

        assertThat(books.ofOrder(order.id().value())).isEmpty();
        assertThat(books.ofEvent(event.id())).isEmpty();
    }

    private OrderView paid(String code, int quantity) {
        HoldView hold = holds.take(event, new Basket(List.of(new Wanted(type.id(), quantity)), code, null));
        OrderView order = orders.place(hold);
        orders.pay(order, PaymentFixture.GOOD_CARD);
        return orders.now(order);
    }
}
