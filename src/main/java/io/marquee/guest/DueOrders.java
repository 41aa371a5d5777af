package io.marquee.guest;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.ordering.OrderEvent.OrderCancelled;
import io.marquee.ordering.OrderEvent.OrderPaid;
import io.marquee.ordering.OrderEvent.OrderRefunded;
import io.marquee.ordering.OrderEvent.TicketsEnded;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.BeforeCommit;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.transfer.TransferMoved;
import io.marquee.ticketing.transfer.TransferReads;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders whose tickets are different now. They are noted in the transaction that changes them, all of its orders in one statement. */
@Component
class DueOrders {
    private final TransferReads transfers;
    private final TicketReads tickets;
    private final Acting acting;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** By the transaction under way. */
    private final BeforeCommit<Due> changed;

    DueOrders(TransferReads transfers, TicketReads tickets, Acting acting, JdbcClient jdbc, Clock clock) {
        this.transfers = transfers;
        this.tickets = tickets;
        this.acting = acting;
        this.jdbc = jdbc;
        this.clock = clock;
        this.changed =
                new BeforeCommit<>(acting, due -> insert(due.stream().distinct().toList()));
    }

    /** @param number goes up with every note: what was noted meanwhile stays due */
    record Due(UUID order, EventId event, OrganizationId organization, long number) {}

    @EventListener
    void on(OrderPaid paid) {
        note(paid.order().value(), paid.event(), paid.organization());
    }

    @EventListener
    void on(OrderRefunded refunded) {
        note(refunded.order().value(), refunded.event(), refunded.organization());
    }

    @EventListener
    void on(TicketsEnded ended) {
        note(ended.order().value(), ended.event(), ended.organization());
    }

    @EventListener
    void on(OrderCancelled cancelled) {
        note(cancelled.order().value(), cancelled.event(), cancelled.organization());
    }

    @EventListener
    void on(TransferMoved moved) {
        acting.asSystem(moved.organization(), () -> {
            TicketView ticket = tickets.byId(transfers.byId(moved.transfer()).ticket());
            if (ticket != null) note(ticket.order(), moved.event(), moved.organization());
        });
    }

    private void note(UUID order, EventId event, OrganizationId organization) {
        changed.add(new Due(order, event, organization, 0));
    }

    private void insert(List<Due> due) {
        jdbc.sql("""
                        insert into guest.due (order_id, organization_id, event_id, at)
                        select n.*, ? from unnest(?::uuid[], ?::uuid[], ?::uuid[]) n (order_id, organization_id, event_id) order by 1
                        on conflict (order_id) do update set number = default
                        """)
                .params(
                        Timestamp.from(clock.instant()),
                        due.stream().map(Due::order).toArray(UUID[]::new),
                        due.stream().map(one -> one.organization().value()).toArray(UUID[]::new),
                        due.stream().map(one -> one.event().value()).toArray(UUID[]::new))
                .update();
    }

    /** The oldest first. */
    List<Due> now(int most) {
        return jdbc.sql("""
                        select order_id, event_id, organization_id, number from guest.due where at <= ? order by at, number limit ?
                        """)
                .params(Timestamp.from(clock.instant()), most)
                .query((row, n) -> new Due(
                        row.getObject(1, UUID.class),
                        new EventId(row.getObject(2, UUID.class)),
                        new OrganizationId(row.getObject(3, UUID.class)),
                        row.getLong(4)))
                .list();
    }

    void done(List<Due> due) {
        jdbc.sql("""
                        delete from guest.due d using unnest(?::uuid[], ?::bigint[]) n (order_id, number)
                         where d.order_id = n.order_id and d.number = n.number
                        """)
                .params(
                        due.stream().map(Due::order).toArray(UUID[]::new),
                        due.stream().map(Due::number).toArray(Long[]::new))
                .update();
    }

    /** It could not be followed: later once more. */
    void postpone(Due due) {
        jdbc.sql("update guest.due set at = ? where order_id = ?")
                .params(Timestamp.from(clock.instant().plusSeconds(60)), due.order())
                .update();
    }
}
