package io.marquee.ordering;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.payment.RefundState;
import io.marquee.ticketing.TicketId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RefundRequestRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    RefundRequestRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false when one is open already */
    boolean insert(OrderView order, RefundRequestView request) {
        return jdbc.sql("""
                        insert into ordering.refund_requests (id, order_id, hold_id, event_id, organization_id, reason, tickets, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (order_id) where decided_at is null do nothing
                        """)
                        .param(request.id())
                        .param(order.id().value())
                        .param(order.hold().value())
                        .param(order.event().value())
                        .param(order.organization().value())
                        .param(request.reason())
                        .param(request.tickets() == null ? null : ids(request.tickets()))
                        .param(Timestamp.from(request.createdAt()))
                        .update()
                == 1;
    }

    /** @return what the buyer asked; null when there is none of that id, or it was decided before */
    @Nullable
    RefundRequestView decide(OrderView order, UUID request, boolean approved, String note, @Nullable UUID by) {
        return jdbc.sql("""
                        update ordering.refund_requests set decided_at = ?, approved = ?, note = nullif(?, ''), decided_by = ?
                        where id = ? and order_id = ? and decided_at is null
                        returning *
                        """)
                .param(Timestamp.from(clock.instant()))
                .param(approved)
                .param(note)
                .param(by)
                .param(request)
                .param(order.id().value())
                .query(RefundRequestRows::read)
                .optional()
                .orElse(null);
    }

    void approveOpen(OrderView order, @Nullable UUID by) {
        jdbc.sql("""
                        update ordering.refund_requests set decided_at = ?, approved = true, decided_by = ?
                        where order_id = ? and decided_at is null
                        """)
                .param(Timestamp.from(clock.instant()))
                .param(by)
                .param(order.id().value())
                .update();
    }

    List<RefundRequestView> of(OrderId order) {
        return jdbc.sql("select * from ordering.refund_requests where order_id = ? order by created_at desc, id desc")
                .param(order.value())
                .query(RefundRequestRows::read)
                .list();
    }

    /** Newest first. @param event null for all of the organization; {@code state} null for all */
    Slice<RefundRequestView> queue(
            OrganizationId organization,
            @Nullable EventId event,
            @Nullable RefundState state,
            @Nullable UUID before,
            int limit) {
        List<RefundRequestView> found = jdbc.sql("""
                        select * from ordering.refund_requests
                        where organization_id = :organization
                          and (:event::uuid is null or event_id = :event::uuid)
                          and (:before::uuid is null or id < :before::uuid)
                          and (:state::text is null
                               or :state = case when decided_at is null then 'requested' when approved then 'approved' else 'declined' end)
                        order by id desc
                        limit :limit
                        """)
                .param("organization", organization.value())
                .param("event", event == null ? null : event.value())
                .param("before", before)
                .param("state", state == null ? null : Wire.name(state))
                .param("limit", limit + 1)
                .query(RefundRequestRows::read)
                .list();
        return Slice.of(found, limit, request -> request.id().toString());
    }

    Set<OrderId> openAmong(Collection<OrderId> orders) {
        return new HashSet<>(jdbc.sql(
                        "select order_id from ordering.refund_requests where decided_at is null and order_id = any(?::uuid[])")
                .param(orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .query((row, n) -> new OrderId(row.getObject(1, UUID.class)))
                .list());
    }

    private static RefundRequestView read(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new RefundRequestView(
                row.getObject("id", UUID.class),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("reason"),
                tickets(row),
                row.getTimestamp("created_at").toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getBoolean("approved"),
                row.getString("note"));
    }

    private static @Nullable List<TicketId> tickets(ResultSet row) throws SQLException {
        Array ids = row.getArray("tickets");
        return ids == null
                ? null
                : Arrays.stream((UUID[]) ids.getArray()).map(TicketId::new).toList();
    }

    private static UUID[] ids(List<TicketId> tickets) {
        return tickets.stream().map(TicketId::value).toArray(UUID[]::new);
    }
}
