package io.marquee.ordering;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.ticketing.HoldId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds orders, within the actor's rows. */
@Repository
class Orders {
    private static final String SELECT = """
            select o.*, l.types, l.names, l.quantities, l.prices, l.quotes,
                   a.state approval_state, a.payment_id approval_payment, a.keeps approval_keeps, a.asked_at approval_asked_at,
                   a.lapses_at approval_lapses_at, a.unpaid_at approval_unpaid_at, a.note approval_note
            from ordering.orders o
            left join ordering.approvals a on a.order_id = o.id
            cross join lateral (
              select array_agg(ticket_type_id order by position) types, array_agg(name order by position) names,
                     array_agg(quantity order by position) quantities, array_agg(price_amount order by position) prices,
                     array_agg(quote::text order by position) quotes
              from ordering.order_lines where order_id = o.id) l
            """;

    private final JdbcClient jdbc;

    Orders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable
    OrderView byId(OrderId id) {
        return jdbc.sql(SELECT + "where o.id = ?")
                .param(id.value())
                .query(OrderRow::read)
                .optional()
                .orElse(null);
    }

    @Nullable
    OrderView byHold(HoldId hold) {
        return jdbc.sql(SELECT + "where o.hold_id = ?")
                .param(hold.value())
                .query(OrderRow::read)
                .optional()
                .orElse(null);
    }

    @Nullable
    OrderView byCode(EventId event, String code) {
        return jdbc.sql(SELECT + "where o.code = ? and o.event_id = ?")
                .param(code)
                .param(event.value())
                .query(OrderRow::read)
                .optional()
                .orElse(null);
    }

    List<OrderView> byIds(List<UUID> ids) {
        return jdbc.sql(SELECT + "where o.id = any(?::uuid[]) order by o.id desc")
                .param(ids.toArray(UUID[]::new))
                .query(OrderRow::read)
                .list();
    }

    Slice<OrderView> ofEvent(
            EventId event, String query, @Nullable OrderState state, @Nullable UUID before, int limit) {
        List<OrderView> found = jdbc.sql(SELECT + """
                        where o.event_id = :event
                          and (:before::uuid is null or o.id < :before::uuid)
                          and (:state::text is null or o.state = :state)
                          and (:query = '' or strpos(lower(o.buyer_name), :query) > 0
                               or strpos(o.buyer_email, :query) > 0 or strpos(o.code, upper(replace(:query, '-', ''))) > 0)
                        order by o.id desc
                        limit :limit
                        """)
                .param("event", event.value())
                .param("before", before)
                .param("state", state == null ? null : Wire.name(state))
                .param("query", query)
                .param("limit", limit + 1)
                .query(OrderRow::read)
                .list();
        return Slice.of(found, limit, order -> order.id().toString());
    }

    List<OrderView> ofBuyer(String email) {
        return jdbc.sql(SELECT + "where o.buyer_email = ? order by o.id desc limit 200")
                .param(email)
                .query(OrderRow::read)
                .list();
    }

    List<OrderView> ofBuyer(EventId event, String email) {
        return jdbc.sql(SELECT + """
                        where o.buyer_email = ? and o.event_id = ? and o.paid_at is not null
                        order by o.id desc limit 200
                        """)
                .param(email)
                .param(event.value())
                .query(OrderRow::read)
                .list();
    }

    /** Newest first. @param state null for all */
    Slice<OrderView> ofBuyer(String email, @Nullable OrderState state, @Nullable UUID before, int limit) {
        List<OrderView> found = jdbc.sql(SELECT + """
                        where o.buyer_email = :email
                          and (:before::uuid is null or o.id < :before::uuid)
                          and (:state::text is null or o.state = :state)
                        order by o.id desc
                        limit :limit
                        """)
                .param("email", email)
                .param("before", before)
                .param("state", state == null ? null : Wire.name(state))
                .param("limit", limit + 1)
                .query(OrderRow::read)
                .list();
        return Slice.of(found, limit, order -> order.id().toString());
    }

    Set<String> addresses(EventId event) {
        return jdbc.sql("""
                        select distinct buyer_email from ordering.orders
                         where event_id = ? and state in ('paid', 'partially_refunded')
                        """)
                .param(event.value())
                .query((row, n) -> row.getString(1))
                .set();
    }

    boolean anyOfBuyer(String email) {
        return jdbc.sql("select exists (select from ordering.orders where buyer_email = ?)")
                .param(email)
                .query(Boolean.class)
                .single();
    }

    /** Pending ones whose time is up, of all organizations. */
    List<OrderView> overdue(Instant now, int limit) {
        return jdbc.sql(SELECT + "where o.state = 'pending' and o.expires_at <= ? order by o.expires_at limit ?")
                .param(java.sql.Timestamp.from(now))
                .param(limit)
                .query(OrderRow::read)
                .list();
    }

    /** Those that cost something, of all organizations, in the order of their ids; locked. */
    List<OrderView> boughtAfter(UUID after, int limit) {
        return jdbc.sql(SELECT + """
                        where o.id > ? and o.paid_at is not null and o.total_amount > 0
                        order by o.id
                        limit ?
                        for update of o
                        """)
                .param(after)
                .param(limit)
                .query(OrderRow::read)
                .list();
    }

    /**
     * Those of a cancelled event that still have something to give up or to give back, in the order of their ids.
     *
     * @param again also those whose money the provider could not send before
     */
    List<OrderView> unwound(EventId event, boolean again, UUID after, int limit) {
        return jdbc.sql(SELECT + """
                        where o.event_id = :event and o.id > :after
                          and (o.state = 'pending'
                               or o.state in ('paid', 'partially_refunded')
                                  and (o.total_amount = 0 or o.returning_amount + o.refunded_amount < o.total_amount))
                          and (:again or not exists (select from ordering.refunds r where r.order_id = o.id
                                                       and r.state = 'failed' and r.reason = 'event_cancelled'))
                        order by o.id
                        limit :limit
                        """)
                .param("event", event.value())
                .param("after", after)
                .param("again", again)
                .param("limit", limit)
                .query(OrderRow::read)
                .list();
    }
}
