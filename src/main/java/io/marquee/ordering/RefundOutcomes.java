package io.marquee.ordering;

import io.marquee.ordering.OrderEvent.OrderRefunded;
import io.marquee.ordering.OrderEvent.RefundRefused;
import io.marquee.ordering.OrderEvent.RepaymentFailed;
import io.marquee.ordering.OrderEvent.SurplusReturned;
import io.marquee.payment.KeptSurplus;
import io.marquee.payment.PaymentEvent.RefundFailed;
import io.marquee.payment.PaymentEvent.RefundSucceeded;
import io.marquee.payment.RefundState;
import java.time.Clock;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What the provider said about money on its way back, in the refund's own transaction. */
@Component
class RefundOutcomes {
    private final Orders orders;
    private final OrderMoves moves;
    private final OrderRefunds refunds;
    private final OrderBooks books;
    private final KeptSurplus kept;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RefundOutcomes(
            Orders orders,
            OrderMoves moves,
            OrderRefunds refunds,
            OrderBooks books,
            KeptSurplus kept,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.moves = moves;
        this.refunds = refunds;
        this.books = books;
        this.kept = kept;
        this.events = events;
        this.clock = clock;
    }

    void arrived(RefundSucceeded refund) {
        OrderRefunds.Decided decided = refunds.decide(refund.refund(), RefundState.SUCCEEDED);
        if (decided == null) return;
        boolean surplus = decided.surplus();
        OrderView order = order(decided.order());
        if (!surplus) {
            moves.refunded(order, refund.amount(), null);
            books.refunded(order, refund.refund().value());
        }
        events.publishEvent(
                surplus && order.bought()
                        ? new SurplusReturned(
                                order.id(), order.event(), order.organization(), refund.amount(), clock.instant())
                        : new OrderRefunded(
                                order.id(),
                                order.event(),
                                order.organization(),
                                refund.amount(),
                                surplus,
                                clock.instant()));
    }

    /** The tickets stay ended; the amount can be refunded again. Surplus money waits for a person. */
    void failed(RefundFailed refund) {
        OrderRefunds.Decided decided = refunds.decide(refund.refund(), RefundState.FAILED);
        if (decided == null) return;
        if (decided.surplus()) kept.report(refund.refund());
        else restore(order(decided.order()), decided, refund);
    }

    private void restore(OrderView order, OrderRefunds.Decided decided, RefundFailed refund) {
        moves.restore(order, refund.amount());
        events.publishEvent(new RefundRefused(
                order.id(), order.event(), order.organization(), refund.amount(), clock.instant(), refund.why()));
        if (decided.repaid() != null) {
            events.publishEvent(new RepaymentFailed(
                    order.id(), order.event(), order.organization(), decided.repaid(), clock.instant()));
        }
    }

    private OrderView order(OrderId id) {
        return Objects.requireNonNull(orders.byId(id), "a refund without order");
    }
}
