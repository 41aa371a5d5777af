package io.marquee.ordering;

import io.marquee.ordering.OrderEvent.OrderCancelled;
import io.marquee.ordering.OrderEvent.OrderExpired;
import io.marquee.ordering.OrderEvent.TicketsEnded;
import io.marquee.payment.Payments;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.Holds;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends orders that were not paid: by hand, or when their hold's time is up. */
@Component
class Ending {
    private final Orders orders;
    private final OrderMoves moves;
    private final ApprovalMoves approvals;
    private final Holds holds;
    private final Payments payments;
    private final Acting acting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Ending(
            Orders orders,
            OrderMoves moves,
            ApprovalMoves approvals,
            Holds holds,
            Payments payments,
            Acting acting,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.moves = moves;
        this.approvals = approvals;
        this.holds = holds;
        this.payments = payments;
        this.acting = acting;
        this.events = events;
        this.clock = clock;
    }

    /** @throws OrderRefused when it is not pending any more, or a payment for it is undecided */
    @Transactional
    OrderView cancel(OrderView order, String reason) {
        boolean byBuyer = OrderAccess.isBuyer(order);
        UUID by = Acting.current().id();
        return acting.asSystem(order.organization(), () -> {
            if (order.state() != OrderState.PENDING) throw new OrderRefused.WrongState(order.state());
            if (order.approval() != null && order.approval().pending())
                return byBuyer || TicketsEnded.isWithItsEvent(reason)
                        ? approvals.end(order, ApprovalState.WITHDRAWN, OrderState.CANCELLED, reason, "", null)
                        // the team says no
                        : approvals.end(order, ApprovalState.DECLINED, OrderState.CANCELLED, reason, "", by);
            if (payments.ofOrder(order.id().value()).stream()
                    .anyMatch(p -> p.state().undecided())) throw new OrderRefused.PaymentUndecided();
            holds.release(order.hold());
            if (!moves.end(order, OrderState.CANCELLED, reason)) {
                throw new OrderRefused.WrongState(current(order).state());
            }
            events.publishEvent(new OrderCancelled(order.id(), order.event(), order.organization(), clock.instant()));
            return current(order);
        });
    }

    /** The hold's time was up, and its row is locked by whoever found that out. */
    void expire(HoldId hold) {
        OrderView order = orders.byHold(hold);
        if (order != null && order.state() == OrderState.PENDING && moves.end(order, OrderState.EXPIRED, null))
            expired(order);
    }

    /** One that nobody expired together with its hold: it was being made in that very moment. It may have been kept since it was read. */
    @Transactional
    void expire(OrderView order) {
        if (moves.expire(order)) expired(order);
    }

    private void expired(OrderView order) {
        payments.endWith(order.id().value(), order.organization());
        events.publishEvent(new OrderExpired(order.id(), order.event(), order.organization(), clock.instant()));
    }

    private OrderView current(OrderView order) {
        return Objects.requireNonNull(orders.byId(order.id()));
    }
}
