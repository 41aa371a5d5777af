package io.marquee.escrow;

import io.marquee.kernel.OrganizationId;
import io.marquee.ordering.OrderEvent.OrderPaid;
import io.marquee.ordering.OrderId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders whose stakes are reserved on the buyer's card, until it is decided what is taken. */
@Repository
class ReservationRows {
    private final JdbcClient jdbc;

    ReservationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that is to be decided. */
    record Due(OrderId order, OrganizationId organization) {}

    void insert(OrderPaid paid, Instant takeAt) {
        jdbc.sql("""
                        insert into escrow.reservations (order_id, event_id, organization_id, take_at) values (?, ?, ?, ?)
                        on conflict (order_id) do nothing
                        """)
                .params(
                        paid.order().value(),
                        paid.event().value(),
                        paid.organization().value(),
                        Timestamp.from(takeAt))
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
}
