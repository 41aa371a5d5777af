package io.marquee.escrow;

import io.marquee.kernel.OrganizationId;
import io.marquee.ordering.OrderEvent.OrderPaid;
import io.marquee.ordering.OrderId;
import io.marquee.payment.PaymentId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders whose stakes were not taken at first, until it is decided what is; and the tries to charge a card that was kept for them. */
@Repository
class ReservationRows {
    private final JdbcClient jdbc;

    ReservationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that is to be decided. */
    record Due(OrderId order, OrganizationId organization) {}

    /** @param takeAt when it is taken whatever is open; null where it can wait */
    void insert(OrderPaid paid, @Nullable Instant takeAt) {
        jdbc.sql("""
                        insert into escrow.reservations (order_id, event_id, organization_id, take_at)
                        values (?, ?, ?, ?::timestamptz)
                        on conflict (order_id) do nothing
                        """)
                .params(
                        paid.order().value(),
                        paid.event().value(),
                        paid.organization().value())
                .param(takeAt == null ? null : Timestamp.from(takeAt))
                .update();
    }

    /** Of all organizations: those whose stakes are all decided, and those that the bank would let go of soon. */
    List<Due> due(Instant now, int limit) {
        return jdbc.sql("""
                        select r.order_id, r.organization_id from escrow.reservations r
                        where r.decided_at is null
                          and (r.take_at <= ?
                               or not exists (select from escrow.stakes s
                                              where s.order_id = r.order_id and s.state in ('held', 'returning')))
                        order by r.take_at limit ?
                        """)
                .params(Timestamp.from(now), limit)
                .query((row, n) -> new Due(
                        new OrderId(row.getObject(1, UUID.class)), new OrganizationId(row.getObject(2, UUID.class))))
                .list();
    }

    /** @return false when that was done before */
    boolean decided(OrderId order, Instant now) {
        return jdbc.sql("update escrow.reservations set decided_at = ? where order_id = ? and decided_at is null")
                        .params(Timestamp.from(now), order.value())
                        .update()
                == 1;
    }

    /** Of all organizations: those whose card is to be charged now. Who turned out to have come is not charged first. */
    List<Due> dueTries(Instant now, int limit) {
        return jdbc.sql("""
                        select r.order_id, r.organization_id from escrow.reservations r
                        where r.try_at <= ?
                          and not exists (select from escrow.stakes s where s.order_id = r.order_id and s.state = 'returning')
                        order by r.try_at limit ?
                        """)
                .params(Timestamp.from(now), limit)
                .query((row, n) -> new Due(
                        new OrderId(row.getObject(1, UUID.class)), new OrganizationId(row.getObject(2, UUID.class))))
                .list();
    }

    /** @param at null: not by itself */
    void tryAt(OrderId order, @Nullable Instant at) {
        jdbc.sql("update escrow.reservations set try_at = ?::timestamptz where order_id = ?")
                .param(at == null ? null : Timestamp.from(at))
                .param(order.value())
                .update();
    }

    /** The card is being charged by this payment. */
    void tried(OrderId order, PaymentId by) {
        one(jdbc.sql("""
                        update escrow.reservations set tries = tries + 1, payment_id = ?, failure_code = null, try_at = null
                        where order_id = ?
                        """).params(by.value(), order.value()).update());
    }

    /** @return how many tries there were; null where this payment was none of them, or it is known */
    @Nullable
    Integer refused(PaymentId payment, String failureCode) {
        return jdbc.sql("""
                        update escrow.reservations set failure_code = ? where payment_id = ? and failure_code is null
                        returning tries
                        """)
                .params(failureCode, payment.value())
                .query(Integer.class)
                .optional()
                .orElse(null);
    }

    /** How charging a card stands. @param failureCode of the last try; null while that is under way, or there was none */
    record Tries(
            int tries, @Nullable Instant next, @Nullable String failureCode) {}

    /** Null where the order's stakes were charged at first. Locked until the transaction ends. */
    @Nullable
    Tries tries(OrderId order) {
        return jdbc.sql("select tries, try_at, failure_code from escrow.reservations where order_id = ? for update")
                .param(order.value())
                .query((row, n) -> new Tries(
                        row.getInt(1),
                        row.getTimestamp(2) == null ? null : row.getTimestamp(2).toInstant(),
                        row.getString(3)))
                .optional()
                .orElse(null);
    }

    private static void one(int rows) {
        if (rows != 1) throw new IllegalStateException("no order whose card is kept");
    }
}
