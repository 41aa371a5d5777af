package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.Ledgers;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.TicketsRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Buyers and a team who do whatever comes to their minds, against a model of what each order may then be. */
@MarqueeTest
class OrderWalkTest {
    private static final int STEPS = 90;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    Ordering ordering;

    @Autowired
    Ledgers ledgers;

    @Autowired
    Acting acting;

    /** What the model says each order may be by now; jobs and late payments leave more than one answer. */
    private final Map<OrderView, Set<OrderState>> model = new LinkedHashMap<>();

    private Random random = new Random();
    private EventView event;
    private List<TicketTypeView> types;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_310_618, 77})
    void whatever_they_do_orders_payments_tickets_and_stock_agree(long seed) {
        random = new Random(seed);
        event = tickets.event();
        types = List.of(tickets.type(event, 14), tickets.type(event, OrderFixture.free(9)));

        for (int step = 0; step < STEPS; step++) {
            try {
                step();
            } catch (TicketsRefused | OrderRefused | io.marquee.kernel.IllegalMove refused) {
                // as it may be; what the order is now is compared below
            }
        }

        settled(seed);
        model.forEach((order, may) -> assertThat(may)
                .as("seed %d, order %s", seed, order.id())
                .contains(orders.now(order).state()));
    }

    private void step() {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> place();
            case 3, 4 -> pay(PaymentFixture.GOOD_CARD, OrderState.PAID);
            case 5 -> pay(random.nextBoolean() ? PaymentFixture.DECLINED_CARD : PaymentFixture.SLOW_CARD, null);
            case 6 -> cancel();
            case 7 -> pass();
            case 8 -> refundAll();
            default -> refundOne();
        }
    }

    private void place() {
        OrderView order = orders.placed(event, pick(types), 1 + random.nextInt(3));
        model.put(order, EnumSet.of(order.state()));
    }

    private void pay(String card, OrderState after) {
        OrderView order = pick();
        orders.pay(order, card);
        // the answer may be a slow attempt that was under way, or one that came too late
        may(order, OrderState.PENDING, OrderState.PAID, OrderState.EXPIRED);
        if (after == null) may(order, OrderState.CANCELLED);
    }

    private void cancel() {
        OrderView order = pick();
        acting.as(OrderFixture.buyer(order), () -> ordering.cancel(order.id(), "walk"));
        model.put(order, EnumSet.of(OrderState.CANCELLED));
    }

    private void pass() {
        OrderView order = pick();
        if (orders.now(order).state() != OrderState.PENDING) return;
        orders.pass(order);
        may(order, OrderState.EXPIRED);
    }

    private void refundAll() {
        refund(pick(), null);
    }

    private void refundOne() {
        OrderView order = pick();
        List<TicketView> live = orders.ticketsOf(order).stream()
                .filter(t -> t.state() == TicketState.ISSUED)
                .toList();
        if (!live.isEmpty()) refund(order, List.of(pick(live).id()));
    }

    private void refund(OrderView order, List<TicketId> chosen) {
        acting.as(EventFixture.owner(event.organization()), () -> ordering.refund(order.id(), "walk", chosen));
        model.put(
                order,
                chosen == null
                        ? EnumSet.of(OrderState.REFUNDED)
                        : EnumSet.of(OrderState.PAID, OrderState.PARTIALLY_REFUNDED, OrderState.REFUNDED));
    }

    private void may(OrderView order, OrderState... more) {
        Set<OrderState> now = EnumSet.copyOf(model.get(order));
        if (now.contains(OrderState.PENDING)) now.addAll(List.of(more));
        model.put(order, now);
    }

    private OrderView pick() {
        if (model.isEmpty()) place();
        return pick(new ArrayList<>(model.keySet()));
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void settled(long seed) {
        Awaitility.await("seed " + seed)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    assertThat(orders.underWay(event)).isEmpty();
                    assertThat(ledgers.breaches(event.id())).isEmpty();
                });
    }
}
