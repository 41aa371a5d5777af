package io.marquee.testing;

import io.marquee.kernel.EventId;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What must hold of an event's orders, payments, tickets and stock at every moment that nothing is under way. */
@Component
public class Ledgers {
    private static final List<String> BREACHES = List.of("""
            select 'bought order without its tickets: ' || o.id from ordering.orders o
            where o.event_id = :event and o.paid_at is not null
              and (select count(*) from ticketing.tickets t where t.order_id = o.id)
                  <> (select sum(quantity) from ordering.order_lines l where l.order_id = o.id)
            """, """
            select 'ticket without its bought order: ' || t.id from ticketing.tickets t
            where t.event_id = :event
              and not exists (select from ordering.orders o where o.id = t.order_id and o.paid_at is not null)
            """, """
            select 'paid order without its payment: ' || o.id from ordering.orders o
            where o.event_id = :event and o.total_amount > 0 and o.paid_at is not null
              and coalesce(o.reservation, 'taken') = 'taken'
              and not exists (select from payment.payments p where p.id = o.paid_by and p.state = 'succeeded')
            """, """
            select 'payment that neither bought nor went back: ' || p.id from payment.payments p
            where p.event_id = :event and p.state = 'succeeded'
              and not exists (select from ordering.orders o where o.paid_by = p.id)
              and p.amount <> (select coalesce(sum(r.amount), 0) from payment.refunds r
                               where r.payment_id = p.id and r.state <> 'failed')
            """, """
            select 'order that says another sum than its refunds: ' || o.id from ordering.orders o
            cross join lateral
              (select coalesce(sum(r.amount) filter (where r.state = 'succeeded'), 0) returned,
                      coalesce(sum(r.amount) filter (where r.state in ('approved', 'processing')), 0) under_way
               from payment.refunds r where r.payment_id = o.paid_by) r
            where o.event_id = :event and o.reservation is null
              and (o.refunded_amount <> r.returned or o.returning_amount <> r.under_way)
            """, """
            select 'counter that says another number than the rows: ' || q.id from ticketing.quotas q
            join ticketing.draws d on d.quota_id = q.id
            where q.event_id = :event
              and q.held + q.sold <>
                  (select coalesce(sum(l.quantity), 0) from ticketing.hold_lines l
                     join ticketing.holds h on h.id = l.hold_id
                   where l.ticket_type_id = d.ticket_type_id and h.state = 'active' and not h.resale)
                  + (select count(*) from ticketing.tickets t
                     where t.ticket_type_id = d.ticket_type_id and t.state not in ('refunded', 'cancelled'))
            """);

    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate transaction;

    Ledgers(JdbcClient jdbc, Acting acting, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.transaction = transaction;
    }

    /** Each in a sentence; empty when all is well. For events whose types share no quota. */
    public List<String> breaches(EventId event) {
        return acting.asPlatform(() -> transaction.execute(status -> BREACHES.stream()
                .flatMap(sql -> jdbc.sql(sql).param("event", event.value()).query(String.class).list().stream())
                .toList()));
    }
}
