package io.marquee.ordering;

import io.marquee.audit.History;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.payment.Payments;
import io.marquee.payment.RefundId;
import io.marquee.payment.RefundState;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that is reserved for an order and was not taken. What goes back of it never came: it is a refund of the order that no
 * provider hears of, and that nothing posts. What is left in the end is taken. Acts as the system.
 */
@Component
class ReservedMoney {
    private final Orders orders;
    private final OrderMoves moves;
    private final OrderRefunds refunds;
    private final Payments payments;
    private final History history;
    private final JdbcClient jdbc;

    ReservedMoney(
            Orders orders,
            OrderMoves moves,
            OrderRefunds refunds,
            Payments payments,
            History history,
            JdbcClient jdbc) {
        this.orders = orders;
        this.moves = moves;
        this.refunds = refunds;
        this.payments = payments;
        this.history = history;
        this.jdbc = jdbc;
    }

    /** As it is now, and as it stays until this transaction ends: the payment first, then its order. */
    OrderView locked(OrderView order) {
        payments.lock(Objects.requireNonNull(order.paidBy()));
        refunds.lock(order.id());
        return Objects.requireNonNull(orders.byId(order.id()));
    }

    /** @throws OrderRefused.PaymentUndecided while the rest is being taken: what goes back then is known when it was */
    @Transactional(propagation = Propagation.MANDATORY)
    RefundId letGo(OrderView known, Money amount, String reason, Map<Integer, Money> parts) {
        OrderView order = locked(known);
        if (order.reservation() != ReservationState.HELD) throw new OrderRefused.PaymentUndecided();
        return dropped(order, amount, reason, parts);
    }

    RefundId dropped(OrderView order, Money amount, String reason, Map<Integer, Money> parts) {
        RefundId id = RefundId.next();
        if (!moves.approve(order, amount)) throw new OrderRefused.NothingToRefund();
        refunds.insert(order, id, amount, false, reason, parts);
        refunds.decide(id, RefundState.SUCCEEDED);
        moves.refunded(order, amount, "never_taken");
        return id;
    }

    /**
     * Nobody waits for anything any more: what is left is taken, and nothing where nothing is left. A job tells the provider.
     *
     * @return what was decided; as it stands, where that was decided before
     */
    ReservationState settle(OrderView known) {
        OrderView order = locked(known);
        if (order.reservation() != ReservationState.HELD) return Objects.requireNonNull(order.reservation());
        boolean nothing = order.left().isZero();
        ReservationState to = nothing ? ReservationState.LET_GO : ReservationState.TAKING;
        move(order, to);
        if (nothing) payments.decideToLetGo(Objects.requireNonNull(order.paidBy()));
        else payments.decideToTake(Objects.requireNonNull(order.paidBy()), order.left());
        return to;
    }

    void move(OrderView order, ReservationState to) {
        ReservationState from = Objects.requireNonNull(order.reservation());
        ReservationState.MOVES.require(from, to);
        int moved = jdbc.sql("update ordering.orders set reservation = ? where id = ? and reservation = ?")
                .params(Wire.name(to), order.id().value(), Wire.name(from))
                .update();
        if (moved != 1) throw new IllegalMove(from, to);
        history.record(
                new History.Subject("reservation", order.id().value(), order.organization(), order.event()),
                from,
                to,
                null);
    }
}
