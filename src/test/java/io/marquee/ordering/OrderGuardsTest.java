package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.payment.PaymentState;
import io.marquee.testing.Ledgers;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.Rush;
import io.marquee.testing.StakeFixture;
import io.marquee.testing.TestDatabase;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketTypeView;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The controls: with a guard off, the same rush does what must never happen. */
@MarqueeTest(ownDatabase = true)
class OrderGuardsTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    StakeFixture stakes;

    @Autowired
    Ledgers ledgers;

    @Autowired
    DataSource dataSource;

    @Test
    void without_one_order_a_hold_two_clicks_make_two_orders() throws Exception {
        EventView event = tickets.event();
        HoldView hold = tickets.hold(event, tickets.type(event, 10), 1);
        assertThat(ordersOfRush(hold)).hasSize(1);

        asOwner("alter table ordering.orders drop constraint orders_hold_id_key");

        assertThat(ordersOfRush(tickets.hold(event, tickets.type(event, 10), 1)))
                .hasSizeGreaterThan(1);
    }

    /** The index stays for those who name it, and finds nothing equal any more. */
    @Test
    void without_one_standing_payment_an_order_its_kept_card_is_charged_while_its_buyer_pays() throws Exception {
        asOwner("""
                drop index payment.one_standing;
                drop operator class if exists payment.never_equal using btree;
                create or replace function payment.never(uuid, uuid) returns int language sql immutable as 'select -1';
                create operator class payment.never_equal for type uuid using btree as
                  operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 payment.never(uuid, uuid);
                create unique index one_standing on payment.payments (order_id payment.never_equal)
                  where state in ('created', 'requires_action', 'processing', 'authorised', 'succeeded')
                    and (capture <> 'set_up' or to_capture is null);
                """);
        boolean twice = false;
        for (int round = 0; round < 5 && !twice; round++) twice = anyIsChargedTwice();
        assertThat(twice).isTrue();
    }

    private boolean anyIsChargedTwice() throws Exception {
        EventView event = tickets.event();
        TicketTypeView type = stakes.type(event, 50);
        stakes.keepCards(event, type);
        List<OrderView> all =
                Stream.generate(() -> orders.paid(event, type, 1)).limit(6).toList();
        stakes.end(event, Instant.now().minus(Duration.ofHours(25)));

        Rush.of(24, i -> () -> {
            if (i % 4 == 0) stakes.pass();
            else orders.pay(all.get(i % all.size()), PaymentFixture.GOOD_CARD);
            return i;
        });

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            stakes.pass();
            return orders.underWay(event).isEmpty();
        });
        return all.stream()
                .anyMatch(order -> orders.paymentsOf(order).stream()
                                .filter(payment -> payment.state() == PaymentState.SUCCEEDED)
                                .count()
                        > 1);
    }

    @Test
    void the_ledgers_notice_a_ticket_that_is_lost_and_a_counter_that_drifts() throws Exception {
        EventView event = tickets.event();
        OrderView order = orders.placed(event, tickets.type(event, 10), 2);
        orders.pay(order, PaymentFixture.GOOD_CARD);
        assertThat(ledgers.breaches(event.id())).isEmpty();

        asOwner("delete from ticketing.tickets where position = 2 and order_id = '" + order.id() + "'");

        assertThat(ledgers.breaches(event.id()))
                .anyMatch(breach -> breach.startsWith("bought order without its tickets"))
                .anyMatch(breach -> breach.startsWith("counter that says another number"));
    }

    private Set<OrderId> ordersOfRush(HoldView hold) throws InterruptedException {
        List<Object> outcomes = Rush.of(8, i -> () -> orders.place(hold));
        Set<OrderId> made = new HashSet<>();
        Rush.only(outcomes, OrderView.class).forEach(order -> made.add(order.id()));
        return made;
    }

    private void asOwner(String sql) throws java.sql.SQLException {
        String url;
        try (var connection = dataSource.getConnection()) {
            url = connection.getMetaData().getURL();
        }
        String name = url.replaceAll("\\?.*", "").replaceAll(".*/", "");
        try (var connection = TestDatabase.superuser().to(name).connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
