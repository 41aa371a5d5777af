package io.marquee.notification;

import io.marquee.kernel.OrganizationId;
import io.marquee.ordering.OrderEvent.OrderPaid;
import io.marquee.ordering.OrderId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.BeforeCommit;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders whose tickets are to be mailed. They are noted in the transaction that sells them, all of its orders in one
 * statement: in a rush a publication, a thread and a job for each would cost more than the order itself.
 */
@Component
class DueTickets {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    /** What the transaction under way has sold so far. */
    private final BeforeCommit<OrderPaid> sold;

    DueTickets(JdbcClient jdbc, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sold = new BeforeCommit<>(acting, this::insert);
    }

    /** One to mail. {@code cause} is the mail's. */
    record Due(String cause, OrderId order, OrganizationId organization, int attempts) {}

    @EventListener
    void on(OrderPaid paid) {
        sold.add(paid);
    }

    private void insert(List<OrderPaid> paid) {
        jdbc.sql("""
                        insert into notification.due_tickets (cause, order_id, organization_id, due_at)
                        select 'order_paid:' || n.order_id, n.order_id, n.organization_id, ?
                          from unnest(?, ?) n (order_id, organization_id)
                        on conflict do nothing
                        """)
                .params(
                        Timestamp.from(clock.instant()),
                        paid.stream().map(p -> p.order().value()).toArray(UUID[]::new),
                        paid.stream().map(p -> p.organization().value()).toArray(UUID[]::new))
                .update();
    }

    /** Those that are due now, the oldest first. */
    List<Due> now(int most) {
        return jdbc.sql("""
                        select cause, order_id, organization_id, attempts from notification.due_tickets
                         where due_at <= ? order by due_at limit ?
                        """)
                .params(Timestamp.from(clock.instant()), most)
                .query((row, n) -> new Due(
                        row.getString(1),
                        new OrderId(row.getObject(2, UUID.class)),
                        new OrganizationId(row.getObject(3, UUID.class)),
                        row.getInt(4)))
                .list();
    }

    void done(List<String> causes) {
        jdbc.sql("delete from notification.due_tickets where cause = any (?)")
                .param(causes.toArray(String[]::new))
                .update();
    }

    /** Its mail could not be written: later once more, after 10 s, 30 s, 90 s and so on up to a day. */
    void postpone(Due due) {
        Instant at = clock.instant().plus(FIRST_WAIT.multipliedBy((long) Math.pow(3, Math.min(due.attempts(), 8))));
        jdbc.sql("update notification.due_tickets set attempts = attempts + 1, due_at = ? where cause = ?")
                .params(Timestamp.from(at), due.cause())
                .update();
    }
}
