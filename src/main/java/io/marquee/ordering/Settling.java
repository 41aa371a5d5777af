package io.marquee.ordering;

import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.Money;
import io.marquee.ordering.OrderEvent.OrderExpired;
import io.marquee.ordering.OrderEvent.OrderPaid;
import io.marquee.payment.PaymentEvent.PaymentAuthorised;
import io.marquee.payment.PaymentEvent.PaymentCaptured;
import io.marquee.payment.PaymentEvent.PaymentSucceeded;
import io.marquee.payment.PaymentId;
import io.marquee.payment.Payments;
import io.marquee.ticketing.Holds;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Makes of every payment that succeeded either tickets or a refund, in the payment's own transaction. Nobody is charged
 * twice for one order, and a payment that comes late gets its tickets if there are any.
 */
@Component
class Settling {
    private final Orders orders;
    private final OrderMoves moves;
    private final Holds holds;
    private final Admissions admissions;
    private final ApprovalMoves approvals;
    private final MoneyBack moneyBack;
    private final Payments payments;
    private final OrderBooks books;
    private final EventReads eventReads;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settling(
            Orders orders,
            OrderMoves moves,
            Holds holds,
            Admissions admissions,
            ApprovalMoves approvals,
            MoneyBack moneyBack,
            Payments payments,
            OrderBooks books,
            EventReads eventReads,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.moves = moves;
        this.holds = holds;
        this.admissions = admissions;
        this.approvals = approvals;
        this.moneyBack = moneyBack;
        this.payments = payments;
        this.books = books;
        this.eventReads = eventReads;
        this.events = events;
        this.clock = clock;
    }

    /** What came for an order. @param reservation where nothing was taken; null otherwise */
    private record Arrival(
            PaymentId payment, Money amount, @Nullable ReservationState reservation) {
        boolean taken() {
            return reservation == null;
        }
    }

    void settle(PaymentSucceeded payment) {
        settle(new OrderId(payment.order()), new Arrival(payment.payment(), payment.amount(), null));
    }

    /** Taken of what was reserved while the team was asked. @return false where it had bought its order before */
    boolean settle(PaymentCaptured payment) {
        OrderView order = orders.byId(new OrderId(payment.order()));
        if (order == null || order.bought()) return false;
        settle(order, new Arrival(payment.payment(), payment.amount(), null));
        return true;
    }

    /** The team said yes to what is free, or to what a card is kept for. */
    void grant(OrderView order) {
        PaymentId by = Objects.requireNonNull(order.approval()).payment();
        if (!takesPlace(order) || !holds.consume(order.hold())) throw new OrderRefused.WrongState(OrderState.EXPIRED);
        pay(order, by, by == null ? null : ReservationState.KEPT);
    }

    /** Money that is reserved buys as any other does, and so does a method that is kept. What is not wanted of it is let go. */
    void settle(PaymentAuthorised payment) {
        ReservationState reservation = payment.setsUp() ? ReservationState.KEPT : ReservationState.HELD;
        settle(new OrderId(payment.order()), new Arrival(payment.payment(), payment.amount(), reservation));
    }

    private void settle(OrderId id, Arrival payment) {
        OrderView order = orders.byId(id);
        if (order != null) settle(order, payment);
    }

    private void settle(OrderView order, Arrival payment) {
        switch (order.state()) {
            case PENDING, EXPIRED -> {
                if (!payment.amount().equals(order.total())) {
                    approvals.lost(order, payment.payment());
                    returnSurplus(order, payment, "wrong_amount");
                } else if (!payment.taken() && order.approval() != null && !order.asksFirst()) {
                    // it waits for another, or is to be paid at once: a second reservation decides nothing
                    if (!payment.payment().equals(order.approval().payment()))
                        payments.decideToLetGo(payment.payment());
                } else if (!payment.taken() && order.asksFirst()) {
                    if (!waits(order, payment)) tooLate(order, payment);
                } else if (takesPlace(order) && holds.consume(order.hold())) {
                    approvals.takenElsewhere(order);
                    pay(order, payment.payment(), payment.reservation());
                } else {
                    tooLate(order, payment);
                }
            }
            case CANCELLED -> returnSurplus(order, payment, "order_cancelled");
            case PAID, PARTIALLY_REFUNDED, REFUNDED -> {
                if (!payment.payment().equals(order.paidBy())) {
                    returnSurplus(order, payment, "paid_twice");
                }
            }
        }
    }

    private boolean takesPlace(OrderView order) {
        return eventReads.byId(order.event()).state() != EventState.CANCELLED;
    }

    private boolean waits(OrderView order, Arrival payment) {
        return order.state() == OrderState.PENDING
                && approvals.begin(order, payment.payment(), payment.reservation() == ReservationState.KEPT);
    }

    /** @param by null where it is free. @param reservation where nothing was taken */
    private void pay(OrderView order, @Nullable PaymentId by, @Nullable ReservationState reservation) {
        // given up between reading it and taking its stock: all of this rolls back, and the payment is looked at again
        if (!moves.pay(order, by, reservation)) throw new IllegalMove(order.state(), OrderState.PAID);
        // nothing was earned by what is only reserved
        boolean taken = reservation == null;
        if (taken && by != null) books.paid(order, clock.instant());
        admissions.issue(order);
        events.publishEvent(
                new OrderPaid(order.id(), order.event(), order.organization(), order.total(), !taken, clock.instant()));
    }

    private void returnSurplus(OrderView order, Arrival payment, String reason) {
        if (!payment.taken()) payments.decideToLetGo(payment.payment());
        else moneyBack.returnSurplus(order, payment.payment(), payment.amount(), reason);
    }

    /** The stock is gone; or another payment of the same order was quicker, in which case the order is read anew. */
    private void tooLate(OrderView order, Arrival payment) {
        approvals.lost(order, payment.payment());
        if (order.state() == OrderState.PENDING && moves.end(order, OrderState.EXPIRED, "too_late")) {
            events.publishEvent(new OrderExpired(order.id(), order.event(), order.organization(), clock.instant()));
        }
        OrderView now = Objects.requireNonNull(orders.byId(order.id()));
        if (!payment.payment().equals(now.paidBy())) {
            returnSurplus(now, payment, now.bought() ? "paid_twice" : "too_late");
        }
    }
}
