package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.audit.History;
import io.marquee.event.EventView;
import io.marquee.kernel.Money;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.Ledgers;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketTypeDetails;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketsRefused.PersonLimit;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class FreeOrdersTest {
    private static final int BUYERS = 64;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    Ledgers ledgers;

    @Autowired
    History history;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    EventView event;

    @BeforeEach
    void an_event() {
        event = tickets.event();
    }

    @Test
    void of_64_who_order_at_once_each_gets_an_order_of_their_own_as_long_as_there_are_tickets() throws Exception {
        TicketTypeView type = tickets.type(event, OrderFixture.free(2 * 40));

        List<Object> outcomes =
                Rush.of(BUYERS, i -> () -> orders.place(tickets.hold(event, type, 2), "Buyer " + i, buyer(i)));

        List<OrderView> made = Rush.only(outcomes, OrderView.class);
        assertThat(made).hasSize(40).extracting(OrderView::state).containsOnly(OrderState.PAID);
        assertThat(Rush.only(outcomes, SoldOut.class)).hasSize(BUYERS - 40);
        assertThat(made)
                .allSatisfy(order -> assertThat(orders.ticketsOf(order))
                        .hasSize(2)
                        .allMatch(ticket -> ticket.holderEmail().equals(order.buyerEmail())));
        assertThat(made.stream()
                        .flatMap(order -> orders.ticketsOf(order).stream())
                        .map(ticket -> ticket.qr()))
                .doesNotHaveDuplicates();
        assertThat(ledgers.breaches(event.id())).isEmpty();
    }

    @Test
    void two_clicks_on_one_hold_are_one_order_in_a_rush_too() throws Exception {
        TicketTypeView type = tickets.type(event, OrderFixture.free(100));
        List<HoldView> held = Stream.generate(() -> tickets.hold(event, type, 1))
                .limit(BUYERS / 2)
                .toList();

        List<Object> outcomes =
                Rush.of(BUYERS, i -> () -> orders.place(held.get(i / 2), "Buyer " + i / 2, buyer(i / 2)));

        List<OrderView> told = Rush.only(outcomes, OrderView.class);
        assertThat(told).hasSize(BUYERS);
        assertThat(told.stream().map(OrderView::id).distinct()).hasSize(BUYERS / 2);
        assertThat(told).allSatisfy(order -> assertThat(orders.ticketsOf(order)).hasSize(1));
        assertThat(ledgers.breaches(event.id())).isEmpty();
    }

    @Test
    void a_limit_for_each_person_holds_in_a_rush_and_hits_nobody_else() throws Exception {
        TicketTypeView type = tickets.type(
                event, new TicketTypeDetails("Guest list", "", Money.of(0, "EUR"), 200, 10, 3, null, null, false));

        // every second cart is one greedy person's
        List<Object> outcomes = Rush.of(
                BUYERS,
                i -> () -> orders.place(
                        tickets.hold(event, type, 1), "Buyer", i % 2 == 0 ? "greedy@example.org" : buyer(i)));

        List<OrderView> made = Rush.only(outcomes, OrderView.class);
        assertThat(made.stream().filter(order -> order.buyerEmail().equals("greedy@example.org")))
                .hasSize(3);
        assertThat(made).hasSize(BUYERS / 2 + 3);
        assertThat(Rush.only(outcomes, PersonLimit.class)).hasSize(BUYERS / 2 - 3);
        assertThat(ledgers.breaches(event.id())).isEmpty();
    }

    @Test
    void the_history_names_each_buyer_and_each_order_is_mailed_once() throws Exception {
        TicketTypeView type = tickets.type(event, OrderFixture.free(100));

        List<OrderView> made = Rush.only(
                Rush.of(16, i -> () -> orders.place(tickets.hold(event, type, 1), "Buyer " + i, buyer(i))),
                OrderView.class);

        assertThat(made)
                .hasSize(16)
                .allSatisfy(order -> assertThat(acting.asSystem(
                                event.organization(),
                                () -> history.of(order.id().value())))
                        .singleElement()
                        .satisfies(entry -> {
                            assertThat(entry.actorKind()).isEqualTo("capability");
                            assertThat(entry.actorId()).isEqualTo(order.hold().value());
                        }));
        Set<String> recipients = ConcurrentHashMap.newKeySet();
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            List<String> mailed = mailed(made);
            assertThat(mailed).hasSize(16);
            recipients.addAll(mailed);
        });
        assertThat(recipients)
                .isEqualTo(
                        new HashSet<>(made.stream().map(OrderView::buyerEmail).toList()));
    }

    private List<String> mailed(List<OrderView> made) {
        return acting.asPlatform(() -> transaction.execute(status -> jdbc.sql(
                        "select recipient from notification.mails where cause = any (?)")
                .param(made.stream().map(order -> "order_paid:" + order.id()).toArray(String[]::new))
                .query(String.class)
                .list()));
    }

    private static String buyer(int i) {
        return "buyer" + i + "@example.org";
    }
}
