package io.marquee.ordering;

import io.marquee.audit.History;
import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.payment.PaymentId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The moves of an order's state: each a compare-and-set with its row in the history. */
@Repository
class OrderMoves {
    private final JdbcClient jdbc;
    private final History history;
    private final Clock clock;

    OrderMoves(JdbcClient jdbc, History history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    static History.Subject subject(OrderView order) {
        return new History.Subject("order", order.id().value(), order.organization(), order.event());
    }

    /** @return false when the order had left that state already */
    boolean end(OrderView order, OrderState to, @Nullable String reason) {
        OrderState.MOVES.require(order.state(), to);
        int moved = jdbc.sql("update ordering.orders set state = ? where id = ? and state = ?")
                .param(Wire.name(to))
                .param(order.id().value())
                .param(Wire.name(order.state()))
                .update();
        if (moved == 1) history.record(subject(order), order.state(), to, reason);
        return moved == 1;
    }

    /** Pending, and its time is up by now. @return false when it is not, or not any more */
    boolean expire(OrderView order) {
        int moved = jdbc.sql(
                        "update ordering.orders set state = 'expired' where id = ? and state = 'pending' and expires_at <= ?")
                .params(order.id().value(), Timestamp.from(clock.instant()))
                .update();
        if (moved == 1) history.record(subject(order), OrderState.PENDING, OrderState.EXPIRED, null);
        return moved == 1;
    }

    /** It stays pending until then. @return false when it is not pending any more */
    boolean keep(OrderView order, Instant until) {
        return jdbc.sql("update ordering.orders set expires_at = ? where id = ? and state = 'pending'")
                        .params(Timestamp.from(until), order.id().value())
                        .update()
                == 1;
    }

    /** From pending or expired, whichever it is by now. @return false when it is neither */
    boolean pay(OrderView order, PaymentId by) {
        return pay(order, by, null);
    }

    /** @param by null where it is free. @param reservation where its money is only reserved */
    boolean pay(OrderView order, @Nullable PaymentId by, @Nullable ReservationState reservation) {
        Set<OrderState> from = OrderState.MOVES.into(OrderState.PAID);
        String was = jdbc.sql("""
                        update ordering.orders o set state = 'paid', paid_at = ?, paid_by = ?, reservation = ?
                        from (select id, state from ordering.orders where id = ? for update) was
                        where o.id = was.id and was.state = any(?::text[])
                        returning was.state
                        """)
                .param(Timestamp.from(clock.instant()))
                .param(by == null ? null : by.value())
                .param(reservation == null ? null : Wire.name(reservation))
                .param(order.id().value())
                .param(from.stream().map(Wire::name).toArray(String[]::new))
                .query(String.class)
                .optional()
                .orElse(null);
        if (was == null) return false;
        OrderState state = Wire.parse(OrderState.class, was);
        history.record(subject(order), state, OrderState.PAID, state == OrderState.EXPIRED ? "revived" : null);
        return true;
    }

    /** Sets an amount aside to go back. The table's check refuses more than there is. @return false when it is too much */
    boolean approve(OrderView order, Money amount) {
        return jdbc.sql("""
                        update ordering.orders set returning_amount = returning_amount + :amount
                        where id = :id and state in ('paid', 'partially_refunded')
                          and returning_amount + refunded_amount + :amount <= total_amount
                        """)
                        .param("amount", amount.amount())
                        .param("id", order.id().value())
                        .update()
                == 1;
    }

    /** What was set aside did not go: it can be asked for again. */
    void restore(OrderView order, Money amount) {
        int moved = jdbc.sql("update ordering.orders set returning_amount = returning_amount - ? where id = ?")
                .param(amount.amount())
                .param(order.id().value())
                .update();
        if (moved != 1) throw new IllegalStateException("no order to restore an amount to: " + order.id());
    }

    /** What was set aside has arrived. A free order is refunded with an amount of zero. */
    void refunded(OrderView order, Money amount, @Nullable String reason) {
        OrderState[] states = jdbc.sql("""
                        update ordering.orders o
                        set returning_amount = o.returning_amount - :amount, refunded_amount = o.refunded_amount + :amount,
                            state = case when o.refunded_amount + :amount = o.total_amount
                                         then 'refunded' else 'partially_refunded' end
                        from (select id, state from ordering.orders where id = :id for update) was
                        where o.id = was.id and was.state in ('paid', 'partially_refunded')
                        returning was.state, o.state
                        """)
                .param("amount", amount.amount())
                .param("id", order.id().value())
                .query((row, n) -> new OrderState[] {
                    Wire.parse(OrderState.class, row.getString(1)), Wire.parse(OrderState.class, row.getString(2))
                })
                .optional()
                .orElseThrow(() -> new OrderRefused.NothingToRefund());
        if (states[0] != states[1]) history.record(subject(order), states[0], states[1], reason);
    }
}
