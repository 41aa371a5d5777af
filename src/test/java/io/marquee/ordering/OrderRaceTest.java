package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.Refusal;
import io.marquee.payment.PaymentView;
import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.Ledgers;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketTypeView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class OrderRaceTest {
    private static final int BUYERS = 16;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    Ledgers ledgers;

    @Autowired
    Acting acting;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void slow_cards_take_five_seconds() {
        sandbox.behave("now", 30, 5, 10);
    }

    @AfterEach
    void mend() {
        sandbox.mend();
    }

    @Test
    void of_those_who_pay_in_the_moment_their_time_is_up_each_gets_tickets_or_money_back() throws Exception {
        EventView event = tickets.event();
        TicketTypeView type = tickets.type(event, BUYERS);
        List<OrderView> placed = IntStream.range(0, BUYERS)
                .mapToObj(i -> orders.placed(event, type, 1))
                .toList();

        // half of them pay while their holds run out, and as many others want the same tickets
        List<Callable<?>> all = new ArrayList<>();
        for (OrderView order : placed) {
            all.add(() -> {
                orders.pass(order);
                return order;
            });
            all.add(() -> orders.pay(order, PaymentFixture.GOOD_CARD));
            all.add(() -> tickets.hold(event, type, 1));
        }
        List<Object> outcomes = Rush.of(all.size(), all::get);

        assertThat(Rush.only(outcomes, PaymentView.class)).isNotEmpty();
        settled(event);
        long bought = placed.stream().filter(o -> orders.now(o).bought()).count();
        long others = Rush.only(outcomes, HoldView.class).size();
        assertThat(bought + others).isLessThanOrEqualTo(BUYERS);
        assertThat(Rush.only(outcomes, RuntimeException.class))
                .allSatisfy(refused -> assertThat(refused).isInstanceOf(Refusal.class));
    }

    /** Whoever settles money has the payment and then wants the order; so whoever has the order must not want the payment. */
    @Test
    void an_order_expires_while_somebody_settles_its_payment() {
        EventView event = tickets.event();
        OrderView order = orders.placed(event, tickets.type(event, 1), 1);
        PaymentView open = orders.pay(order, PaymentFixture.CAREFUL_CARD);

        acting.asPlatform(() -> transaction.executeWithoutResult(status -> {
            jdbc.sql("select 1 from payment.payments where id = ? for no key update")
                    .param(open.id().value())
                    .query(Integer.class)
                    .single();
            CompletableFuture.runAsync(() -> {
                        orders.pass(order);
                        orders.until(order, OrderState.EXPIRED);
                    })
                    .join();
        }));
    }

    @Test
    void late_payments_share_what_is_left_and_the_rest_goes_back() throws Exception {
        EventView event = tickets.event();
        TicketTypeView type = tickets.type(event, 6);
        List<OrderView> late = IntStream.range(0, 6)
                .mapToObj(i -> orders.placed(event, type, 1))
                .toList();
        late.forEach(order -> orders.pay(order, PaymentFixture.SLOW_CARD));
        late.forEach(orders::pass);
        late.forEach(order -> orders.until(order, OrderState.EXPIRED));
        IntStream.range(0, 4).forEach(i -> orders.paid(event, type, 1));

        settled(event);

        assertThat(late.stream().filter(o -> orders.now(o).state() == OrderState.PAID))
                .hasSize(2);
        assertThat(late.stream().filter(o -> !orders.refundsOf(o).isEmpty())).hasSize(4);
    }

    private void settled(EventView event) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    assertThat(orders.underWay(event)).isEmpty();
                    assertThat(ledgers.breaches(event.id())).isEmpty();
                });
    }
}
