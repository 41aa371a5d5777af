package io.marquee.ordering;

import io.marquee.kernel.Money;
import io.marquee.ordering.OrderEvent.ReservationEnded;
import io.marquee.payment.PaymentEvent.PaymentCaptured;
import io.marquee.payment.PaymentEvent.PaymentReleased;
import io.marquee.payment.PaymentEvent.PaymentSucceeded;
import io.marquee.payment.PaymentId;
import io.marquee.payment.RefundState;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What the provider said about money that was reserved, in the payment's own transaction. */
@Component
class ReservationOutcomes {
    private final Orders orders;
    private final ReservedMoney reserved;
    private final RefundParts parts;
    private final OrderRefunds refunds;
    private final OrderBooks books;
    private final MoneyBack moneyBack;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReservationOutcomes(
            Orders orders,
            ReservedMoney reserved,
            RefundParts parts,
            OrderRefunds refunds,
            OrderBooks books,
            MoneyBack moneyBack,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.reserved = reserved;
        this.parts = parts;
        this.refunds = refunds;
        this.books = books;
        this.moneyBack = moneyBack;
        this.events = events;
        this.clock = clock;
    }

    /**
     * From here on it is an order that was paid, and it comes into the books as a whole, with what had gone back of it before.
     * Whoever took more, such as in the provider's dashboard, gives that back, and all of what bought nothing.
     */
    void taken(PaymentCaptured payment) {
        OrderView known = orders.byId(new OrderId(payment.order()));
        if (known == null) return;
        if (!payment.payment().equals(known.paidBy())) {
            moneyBack.returnSurplus(known, payment.payment(), payment.amount(), "taken_too_much");
        } else if (known.reservation() != null) {
            OrderView order = reserved.locked(known);
            if (!order.unpaid()) return;
            reserved.move(order, ReservationState.TAKEN);
            earned(order, payment.payment(), payment.amount());
        }
    }

    /** What was owed came, by whichever payment. @return false where nothing was: it bought nothing by this */
    boolean collected(PaymentSucceeded payment) {
        OrderView known = orders.byId(new OrderId(payment.order()));
        if (known == null || !known.owed()) return false;
        OrderView order = reserved.locked(known);
        if (!order.owed()) return false;
        reserved.collected(order, payment.payment());
        earned(order, payment.payment(), payment.amount());
        return true;
    }

    private void earned(OrderView order, PaymentId payment, Money taken) {
        books.paid(order, clock.instant());
        refunds.ofOrder(order.id()).stream()
                .filter(refund -> refund.state() == RefundState.SUCCEEDED)
                .forEach(refund -> books.refunded(order, refund.id()));
        Money surplus = taken.minus(order.left());
        if (surplus.isPositive()) moneyBack.returnSurplus(order, payment, surplus, "taken_too_much");
        tell(order, taken, false);
    }

    /** Nothing can be taken any more. Where something was to be, the bank has let go of it unasked. */
    void released(PaymentReleased payment) {
        OrderView order = reservedBy(payment.payment(), payment.order());
        if (order == null || !order.unpaid()) return;
        Money left = order.left();
        if (left.isPositive()) {
            reserved.dropped(order, left, "reservation_lapsed", parts.of(order, List.of(), left));
        }
        if (order.reservation() != ReservationState.LET_GO) reserved.move(order, ReservationState.LAPSED);
        tell(order, Money.zero(left.currency()), left.isPositive());
    }

    private void tell(OrderView order, Money taken, boolean lapsed) {
        events.publishEvent(
                new ReservationEnded(order.id(), order.event(), order.organization(), taken, lapsed, clock.instant()));
    }

    private @Nullable OrderView reservedBy(PaymentId payment, UUID id) {
        OrderView order = orders.byId(new OrderId(id));
        return order == null || !payment.equals(order.paidBy()) || order.reservation() == null
                ? null
                : Objects.requireNonNull(reserved.locked(order));
    }
}
