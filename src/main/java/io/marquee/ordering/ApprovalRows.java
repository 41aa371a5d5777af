package io.marquee.ordering;

import io.marquee.audit.History;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.payment.PaymentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The team's word on orders: each move a compare-and-set with its row in the history. */
@Repository
class ApprovalRows {
    private final JdbcClient jdbc;
    private final History history;
    private final Clock clock;

    ApprovalRows(JdbcClient jdbc, History history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** One that nobody answered. */
    record Due(OrderId order, OrganizationId organization) {}

    void insert(OrderView order) {
        jdbc.sql("""
                        insert into ordering.approvals (order_id, hold_id, event_id, organization_id, state)
                        values (?, ?, ?, ?, 'requires_action')
                        """)
                .params(
                        order.id().value(),
                        order.hold().value(),
                        order.event().value(),
                        order.organization().value())
                .update();
    }

    /** @return false when the team was asked before */
    boolean ask(OrderView order, @Nullable PaymentId payment, boolean keeps, Instant lapsesAt) {
        int moved = jdbc.sql("""
                        update ordering.approvals
                        set state = 'pending_approval', payment_id = ?, keeps = ?, asked_at = ?, lapses_at = ?
                        where order_id = ? and state = 'requires_action'
                        """)
                .param(payment == null ? null : payment.value())
                .params(
                        keeps,
                        Timestamp.from(clock.instant()),
                        Timestamp.from(lapsesAt),
                        order.id().value())
                .update();
        if (moved == 1) record(order, ApprovalState.REQUIRES_ACTION, ApprovalState.PENDING_APPROVAL);
        return moved == 1;
    }

    /** @return false when it was decided before */
    boolean decide(OrderView order, ApprovalState to, String note, @Nullable UUID by) {
        ApprovalState.MOVES.require(ApprovalState.PENDING_APPROVAL, to);
        int moved = jdbc.sql("""
                        update ordering.approvals set state = ?, decided_at = ?, note = ?, decided_by = ?
                        where order_id = ? and state = 'pending_approval'
                        """)
                .params(Wire.name(to), Timestamp.from(clock.instant()), note)
                .param(by)
                .param(order.id().value())
                .update();
        if (moved == 1) record(order, ApprovalState.PENDING_APPROVAL, to);
        return moved == 1;
    }

    /** What was reserved for an approved order could not be taken. @return false when that is known, or it is not approved */
    boolean unpaid(OrderView order) {
        return jdbc.sql("""
                        update ordering.approvals set unpaid_at = ?
                        where order_id = ? and state = 'approved' and unpaid_at is null
                        """)
                        .params(Timestamp.from(clock.instant()), order.id().value())
                        .update()
                == 1;
    }

    private void record(OrderView order, ApprovalState from, ApprovalState to) {
        history.record(
                new History.Subject("approval", order.id().value(), order.organization(), order.event()),
                from,
                to,
                null);
    }

    /** Of all organizations. No order ends before the request that keeps it does. */
    List<Due> due(Instant now, int limit) {
        return jdbc.sql("""
                        select a.order_id, a.organization_id from ordering.approvals a
                        where a.state = 'pending_approval' and a.lapses_at <= ?
                        order by a.lapses_at limit ?
                        """)
                .params(Timestamp.from(now), limit)
                .query((row, n) -> new Due(
                        new OrderId(row.getObject(1, UUID.class)), new OrganizationId(row.getObject(2, UUID.class))))
                .list();
    }

    /** In the order in which they came. @param state null for all that were asked */
    Slice<UUID> queue(EventId event, @Nullable ApprovalState state, @Nullable UUID after, int limit) {
        List<UUID> found = jdbc.sql("""
                        select order_id from ordering.approvals
                        where event_id = :event and asked_at is not null
                          and (:after::uuid is null or order_id > :after::uuid)
                          and (:state::text is null or state = :state)
                        order by order_id limit :limit
                        """)
                .param("event", event.value())
                .param("after", after)
                .param("state", state == null ? null : Wire.name(state))
                .param("limit", limit + 1)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        return Slice.of(found, limit, UUID::toString);
    }

    /** Of an order's row, with its columns named {@code approval_…}; null where it needs none. */
    static @Nullable ApprovalView read(ResultSet row) throws SQLException {
        String state = row.getString("approval_state");
        if (state == null) return null;
        UUID payment = row.getObject("approval_payment", UUID.class);
        return new ApprovalView(
                Wire.parse(ApprovalState.class, state),
                payment == null ? null : new PaymentId(payment),
                row.getBoolean("approval_keeps"),
                instant(row.getTimestamp("approval_asked_at")),
                instant(row.getTimestamp("approval_lapses_at")),
                instant(row.getTimestamp("approval_unpaid_at")),
                row.getString("approval_note"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
