package io.marquee.ordering;

import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.payment.RefundId;
import io.marquee.payment.RefundState;
import io.marquee.ticketing.TicketId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the payment module's refunds, and those over the counter, are for. */
@Repository
class OrderRefunds {
    private static final String TICKET = "ticket-";

    private static final String SELECT = """
            select r.*, o.currency, p.lines, p.parts
            from ordering.refunds r
            join ordering.orders o on o.id = r.order_id
            cross join lateral (
              select array_agg(line order by line) lines, array_agg(amount order by line) parts
              from ordering.refund_parts where refund_id = r.id) p
            where r.order_id = ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OrderRefunds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Once for each refund: a second time changes nothing.
     *
     * @param parts how much of each line it gives back, by position; none for surplus money
     */
    void insert(
            OrderView order, RefundId refund, Money amount, boolean surplus, String reason, Map<Integer, Money> parts) {
        jdbc.sql("""
                        insert into ordering.refunds (id, order_id, hold_id, event_id, organization_id, amount, surplus, state,
                                                      reason, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'approved', ?, ?)
                        on conflict (id) do nothing
                        """)
                .param(refund.value())
                .param(order.id().value())
                .param(order.hold().value())
                .param(order.event().value())
                .param(order.organization().value())
                .param(amount.amount())
                .param(surplus)
                .param(reason)
                .param(Timestamp.from(clock.instant()))
                .update();
        parts.forEach((line, part) -> jdbc.sql("""
                        insert into ordering.refund_parts (refund_id, line, order_id, hold_id, event_id, organization_id, amount)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (refund_id, line) do nothing
                        """)
                .params(
                        refund.value(),
                        line,
                        order.id().value(),
                        order.hold().value(),
                        order.event().value(),
                        order.organization().value(),
                        part.amount())
                .update());
    }

    /** Whoever gives money back at the same moment waits here. */
    void lock(OrderId order) {
        jdbc.sql("select 1 from ordering.orders where id = ? for update")
                .param(order.value())
                .query(Integer.class)
                .optional();
    }

    /** Whether what has this key was carried out already, with money or without. Whoever is about to do it has locked the order. */
    boolean asked(OrderView order, String key) {
        return jdbc.sql("""
                        select exists (select from ordering.refunds where order_id = :order and request_key = :key)
                            or exists (select from ordering.free_returns where order_id = :order and request_key = :key)
                        """)
                .param("order", order.id().value())
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** The order is locked. @return whether the refund with this key failed: the key can be used again */
    boolean forgetFailed(OrderView order, String key) {
        return jdbc.sql("""
                        update ordering.refunds set request_key = null
                        where order_id = ? and request_key = ? and state = 'failed'
                        """).params(order.id().value(), key).update() == 1;
    }

    void remember(RefundId refund, String key) {
        int rows = jdbc.sql("update ordering.refunds set request_key = ? where id = ? and request_key is null")
                .params(key, refund.value())
                .update();
        if (rows != 1) throw new IllegalStateException("no refund to remember a key of: " + refund);
    }

    /** Of what ended without money: there is no refund that could have the key. */
    void rememberFree(OrderView order, String key) {
        int rows = jdbc.sql("""
                        insert into ordering.free_returns (order_id, request_key, hold_id, event_id, organization_id, at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(order.id().value(), key, order.hold().value())
                .params(order.event().value(), order.organization().value(), Timestamp.from(clock.instant()))
                .update();
        if (rows != 1) throw new IllegalStateException("the key was not remembered: " + key);
    }

    /** The key of money back for a ticket that stays. */
    static String keyOf(TicketId ticket) {
        return TICKET + ticket;
    }

    private static @Nullable TicketId ticketOf(@Nullable String key) {
        return key != null && key.startsWith(TICKET)
                ? new TicketId(UUID.fromString(key.substring(TICKET.length())))
                : null;
    }

    /** The tickets whose money went back, or is about to, while they stayed. */
    Set<TicketId> repaid(OrderId order) {
        return jdbc.sql("""
                        select substr(request_key, length(?) + 1) from ordering.refunds
                        where order_id = ? and state <> 'failed' and starts_with(request_key, ?)
                        """)
                .params(TICKET, order.value(), TICKET)
                .query((row, n) -> new TicketId(UUID.fromString(row.getString(1))))
                .set();
    }

    /** In the order in which they were asked for; without surplus money. */
    List<ReturnView> ofOrder(OrderId order) {
        return jdbc.sql(SELECT + " and not r.surplus order by r.id")
                .param(order.value())
                .query(ReturnView::read)
                .list();
    }

    /** Newest first; with surplus money. */
    List<ReturnView> allOf(OrderId order) {
        return jdbc.sql(SELECT + " order by r.created_at desc, r.id desc")
                .param(order.value())
                .query(ReturnView::read)
                .list();
    }

    /** @return null where nothing went back under this key */
    @Nullable
    ReturnView under(OrderId order, String key) {
        return jdbc.sql(SELECT + " and r.request_key = ?")
                .params(order.value(), key)
                .query(ReturnView::read)
                .optional()
                .orElse(null);
    }

    /**
     * Whose refund was decided, and whether it was of surplus money.
     *
     * @param repaid the ticket that it was for, where that stays
     */
    record Decided(OrderId order, boolean surplus, @Nullable TicketId repaid) {}

    /** @return null when it is not ours, or was decided before */
    @Nullable
    Decided decide(RefundId refund, RefundState to) {
        return jdbc.sql("""
                        update ordering.refunds set state = ?, decided_at = ? where id = ? and state = 'approved'
                        returning order_id, surplus, request_key
                        """)
                .param(Wire.name(to))
                .param(Timestamp.from(clock.instant()))
                .param(refund.value())
                .query((row, n) -> new Decided(
                        new OrderId(row.getObject(1, UUID.class)), row.getBoolean(2), ticketOf(row.getString(3))))
                .optional()
                .orElse(null);
    }
}
