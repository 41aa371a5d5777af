package io.marquee.ordering;

import io.marquee.audit.History;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.payment.PaymentId;
import io.marquee.payment.Payments;
import io.marquee.payment.RefundId;
import io.marquee.payment.RefundState;
import io.marquee.payment.SetUps;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that is reserved for an order, or a method that is kept for it, of which nothing was taken. What goes back of it never came: it is a refund of the order that no
 * provider hears of, and that nothing posts. What is left in the end is taken. Acts as the system.
 */
@Component
class ReservedMoney {
    /** What goes back in these states need not be sent. */
    private static final Set<ReservationState> OPEN =
            EnumSet.of(ReservationState.HELD, ReservationState.KEPT, ReservationState.OWED);

    private final Orders orders;
    private final OrderMoves moves;
    private final OrderRefunds refunds;
    private final RefundParts parts;
    private final Payments payments;
    private final SetUps setUps;
    private final History history;
    private final JdbcClient jdbc;

    ReservedMoney(
            Orders orders,
            OrderMoves moves,
            OrderRefunds refunds,
            RefundParts parts,
            Payments payments,
            SetUps setUps,
            History history,
            JdbcClient jdbc) {
        this.orders = orders;
        this.moves = moves;
        this.refunds = refunds;
        this.parts = parts;
        this.payments = payments;
        this.setUps = setUps;
        this.history = history;
        this.jdbc = jdbc;
    }

    /** As it is now, and as it stays until this transaction ends: the payment first, then its order. */
    OrderView locked(OrderView order) {
        payments.lock(Objects.requireNonNull(order.paidBy()));
        refunds.lock(order.id());
        return now(order);
    }

    private OrderView now(OrderView order) {
        return Objects.requireNonNull(orders.byId(order.id()));
    }

    /** @throws OrderRefused.PaymentUndecided while the rest is being taken: what goes back then is known when it was */
    @Transactional(propagation = Propagation.MANDATORY)
    RefundId letGo(OrderView known, Money amount, String reason, Map<Integer, Money> parts) {
        OrderView order = locked(known);
        if (!OPEN.contains(order.reservation())) throw new OrderRefused.PaymentUndecided();
        RefundId refund = dropped(order, amount, reason, parts);
        // nobody decides any more about what is owed
        if (order.owed() && rounded(now(order)).left().isZero()) end(order);
        return refund;
    }

    /** What is finer than its provider counts is left with the buyer. @return the order as it is then */
    private OrderView rounded(OrderView order) {
        Money finer = order.left().minus(payments.countable(Objects.requireNonNull(order.paidBy()), order.left()));
        if (finer.isZero()) return order;
        dropped(order, finer, "too_fine", parts.of(order, List.of(), finer));
        return now(order);
    }

    private void end(OrderView order) {
        move(order, ReservationState.LET_GO);
        payments.decideToLetGo(Objects.requireNonNull(order.paidBy()));
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
     * Nobody waits for anything any more: what is left is taken, and nothing where nothing is left. A job tells the provider. What
     * is finer than the provider counts is left with the buyer.
     *
     * @return what was decided; as it stands, where that was decided before
     */
    ReservationState settle(OrderView known) {
        OrderView locked = locked(known);
        ReservationState now = Objects.requireNonNull(locked.reservation());
        if (now != ReservationState.HELD && now != ReservationState.KEPT) return now;
        OrderView order = rounded(locked);
        if (order.left().isZero()) {
            end(order);
            return ReservationState.LET_GO;
        }
        ReservationState to = now == ReservationState.KEPT ? ReservationState.OWED : ReservationState.TAKING;
        PaymentId payment = Objects.requireNonNull(order.paidBy());
        move(order, to);
        if (to == ReservationState.OWED) setUps.owe(payment, order.left());
        else payments.decideToTake(payment, order.left());
        return to;
    }

    /** @return the payment; null where nothing is owed any more, or another payment is under way */
    @Nullable
    PaymentId charge(OrderView known) {
        OrderView order = locked(known);
        return order.owed() ? setUps.charge(Objects.requireNonNull(order.paidBy()), order.left()) : null;
    }

    /** What was owed came by a payment of its own, which is the order's from here on. */
    void collected(OrderView order, PaymentId by) {
        move(order, ReservationState.TAKEN);
        payments.decideToLetGo(Objects.requireNonNull(order.paidBy()));
        int paid = jdbc.sql("update ordering.orders set paid_by = ? where id = ?")
                .params(by.value(), order.id().value())
                .update();
        if (paid != 1) throw new IllegalStateException("no order to be paid: " + order.id());
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
