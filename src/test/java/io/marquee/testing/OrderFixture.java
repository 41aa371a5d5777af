package io.marquee.testing;

import io.marquee.event.EventView;
import io.marquee.kernel.Money;
import io.marquee.ordering.Checkout;
import io.marquee.ordering.OrderEvent;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.payment.RefundView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketTypeDetails;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders for tests, made and paid as a buyer would; and time, moved for single ones. */
@Component
public class OrderFixture {
    private final TicketFixture tickets;
    private final Ordering ordering;
    private final OrderReads reads;
    private final Checkout checkout;
    private final Payments payments;
    private final TicketReads ticketReads;
    private final Acting acting;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<OrderEvent> heard = new CopyOnWriteArrayList<>();

    OrderFixture(
            TicketFixture tickets,
            Ordering ordering,
            OrderReads reads,
            Checkout checkout,
            Payments payments,
            TicketReads ticketReads,
            Acting acting,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.tickets = tickets;
        this.ordering = ordering;
        this.reads = reads;
        this.checkout = checkout;
        this.payments = payments;
        this.ticketReads = ticketReads;
        this.acting = acting;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public static TicketTypeDetails free(int quantity) {
        return new TicketTypeDetails("Guest list", "", Money.of(0, "EUR"), quantity, 10, null, null, null, false);
    }

    public static Actor.Capability buyer(HoldView hold) {
        return new Actor.Capability(hold.id().value());
    }

    public static Actor.Capability buyer(OrderView order) {
        return new Actor.Capability(order.hold().value());
    }

    public static Ordering.Placing ada(HoldView hold) {
        return new Ordering.Placing(hold.id(), "Ada Lind", "ada@example.org", List.of(), Locale.ENGLISH);
    }

    public OrderView place(HoldView hold) {
        return acting.as(buyer(hold), () -> ordering.place(ada(hold)));
    }

    public OrderView place(HoldView hold, String name, String email) {
        return acting.as(
                buyer(hold),
                () -> ordering.place(new Ordering.Placing(hold.id(), name, email, List.of(), Locale.ENGLISH)));
    }

    public OrderView byId(String id, EventView event) {
        return acting.asSystem(event.organization(), () -> reads.byId(OrderId.valueOf(id)));
    }

    /** Holds so many of a type and orders them. */
    public OrderView placed(EventView event, TicketTypeView type, int quantity) {
        return place(tickets.hold(event, type, quantity));
    }

    public OrderView paid(EventView event, TicketTypeView type, int quantity) {
        OrderView order = placed(event, type, quantity);
        if (!order.bought()) pay(order, PaymentFixture.GOOD_CARD);
        return now(order);
    }

    public PaymentView pay(OrderView order, String card) {
        return acting.as(
                buyer(order), () -> checkout.pay(order.id(), "sandbox", card, "http://localhost/checkout/return"));
    }

    public OrderView now(OrderView order) {
        return acting.asSystem(order.organization(), () -> reads.byId(order.id()));
    }

    public List<TicketView> ticketsOf(OrderView order) {
        return acting.asSystem(
                order.organization(), () -> ticketReads.ofOrder(order.id().value()));
    }

    public List<PaymentView> paymentsOf(OrderView order) {
        return acting.asSystem(
                order.organization(), () -> payments.ofOrder(order.id().value()));
    }

    public List<RefundView> refundsOf(OrderView order) {
        return acting.asSystem(
                order.organization(), () -> payments.refundsOfOrder(order.id().value()));
    }

    /** Lets the time of an order's hold be up. */
    public void pass(OrderView order) {
        acting.asSystem(
                order.organization(),
                () -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("update ticketing.holds set expires_at = created_at - interval '1 second' where id = ?")
                            .param(order.hold().value())
                            .update();
                    jdbc.sql("update ordering.orders set expires_at = created_at - interval '1 second' where id = ?")
                            .param(order.id().value())
                            .update();
                }));
    }

    /** Waits for the jobs to bring the order there. */
    public OrderView until(OrderView order, OrderState state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> now(order).state() == state);
        return now(order);
    }

    /** What of this event somebody or something still has to decide: its undecided payments and refunds, overdue orders. */
    public List<String> underWay(EventView event) {
        return acting.asSystem(
                event.organization(),
                () -> transaction.execute(status -> jdbc.sql("""
                        select 'payment ' || id from payment.payments
                        where event_id = :event and state in ('created', 'requires_action', 'processing', 'authorised')
                        union all
                        select 'refund ' || id from payment.refunds
                        where event_id = :event and state in ('approved', 'processing')
                        union all
                        select 'order ' || id from ordering.orders
                        where event_id = :event and state = 'pending' and expires_at < now()
                        """)
                        .param("event", event.id().value())
                        .query(String.class)
                        .list()));
    }

    @EventListener
    void hear(OrderEvent event) {
        heard.add(event);
    }

    /** What was said of this order, in order; also by transactions that were rolled back. */
    public List<OrderEvent> heardOf(OrderId order) {
        return heard.stream().filter(event -> event.order().equals(order)).toList();
    }
}
