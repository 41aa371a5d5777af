package io.marquee.ordering;

import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.IllegalMove;
import io.marquee.ordering.OrderEvent.ApprovalAsked;
import io.marquee.ordering.OrderEvent.ApprovalEnded;
import io.marquee.ordering.OrderEvent.ApprovalGranted;
import io.marquee.ordering.OrderEvent.ApprovalUnpaid;
import io.marquee.ordering.OrderEvent.OrderCancelled;
import io.marquee.ordering.OrderEvent.OrderExpired;
import io.marquee.payment.PaymentEvent.PaymentReleased;
import io.marquee.payment.PaymentId;
import io.marquee.payment.PaymentState;
import io.marquee.payment.Payments;
import io.marquee.ticketing.Holds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders that wait for the team's word: how that begins, and how it ends without a yes. Locks as everywhere: the payment, the hold,
 * then the order. Of all who decide at once, the row's compare-and-set lets one, and the others' transactions roll back. Acts as the system.
 */
@Component
class ApprovalMoves {
    /** Banks let go of what is reserved after seven days. A day before that it is sure. */
    private static final Duration RESERVED = Duration.ofDays(6);

    /** Where no bank waits. */
    private static final Duration OPEN = Duration.ofDays(14);

    /** The hold outlives its request, so that it is the request that lapses, which releases the money with it. */
    private static final Duration MARGIN = Duration.ofHours(1);

    /** In which its money is taken, or its buyer pays in another way where it could not be. */
    private static final Duration PAYING = Duration.ofDays(2);

    private final Orders orders;
    private final OrderMoves moves;
    private final ApprovalRows rows;
    private final Holds holds;
    private final Payments payments;
    private final EventReads eventReads;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApprovalMoves(
            Orders orders,
            OrderMoves moves,
            ApprovalRows rows,
            Holds holds,
            Payments payments,
            EventReads eventReads,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.moves = moves;
        this.rows = rows;
        this.holds = holds;
        this.payments = payments;
        this.eventReads = eventReads;
        this.events = events;
        this.clock = clock;
    }

    /** When a request that is made now lapses. */
    Instant lapse(EventView event, boolean reserved) {
        return within(event, reserved ? RESERVED : OPEN);
    }

    private Instant within(EventView event, Duration time) {
        Instant at = clock.instant().plus(time);
        return event.dateUnknown() || at.isBefore(event.endsAt()) ? at : event.endsAt();
    }

    /** It was just placed. What is free waits at once; else its buyer has the money reserved first. @return as it is then */
    @Transactional(propagation = Propagation.MANDATORY)
    OrderView need(OrderView order) {
        rows.insert(order);
        if (order.total().isZero() && !begin(order, null, false))
            throw new IllegalStateException("a hold that has just been claimed is active: " + order.hold());
        return now(order);
    }

    /** All that it costs is reserved: the team is asked, and its tickets are kept. @return false where they are gone */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean begin(OrderView order, @Nullable PaymentId payment, boolean keeps) {
        EventView event = eventReads.byId(order.event());
        Instant lapsesAt = lapse(event, payment != null && !keeps);
        if (event.state() == EventState.CANCELLED || !keep(order, lapsesAt.plus(MARGIN))) return false;
        // asked since it was read: its tickets must not be kept by this, so all of it rolls back, and is looked at
        // again
        if (!rows.ask(order, payment, keeps, lapsesAt))
            throw new IllegalMove(ApprovalState.REQUIRES_ACTION, ApprovalState.PENDING_APPROVAL);
        events.publishEvent(
                new ApprovalAsked(order.id(), order.event(), order.organization(), lapsesAt, clock.instant()));
        return true;
    }

    private boolean keep(OrderView order, Instant until) {
        if (!holds.keepUntil(order.hold(), until)) return false;
        // ended between reading it and keeping its stock: all of this rolls back, and it is looked at again
        if (!moves.keep(order, until)) throw new IllegalMove(order.state(), OrderState.PENDING);
        return true;
    }

    /** The team said yes. @return as it is then; its money is the caller's to take. @throws OrderRefused.ApprovalOver */
    @Transactional(propagation = Propagation.MANDATORY)
    OrderView approve(OrderView known, String note, @Nullable UUID by) {
        OrderView order = locked(known);
        if (!keep(order, clock.instant().plus(PAYING))) throw over(order);
        if (!rows.decide(order, ApprovalState.APPROVED, note, by)) throw over(order);
        granted(order);
        return now(order);
    }

    /**
     * It ends without a yes: its tickets go back on sale, and what is still reserved is let go of by a job. Where the provider has
     * taken it meanwhile, it goes back once that is heard.
     *
     * @param as what becomes of the order
     * @throws OrderRefused.ApprovalOver where it was decided before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    OrderView end(OrderView known, ApprovalState to, OrderState as, String reason, String note, @Nullable UUID by) {
        OrderView order = locked(known);
        close(order, to, as, reason, note, by);
        PaymentId payment = waiting(order).payment();
        if (payment != null && reserved(order, payment)) payments.decideToLetGo(payment);
        return now(order);
    }

    /** Its row is locked. */
    private boolean reserved(OrderView order, PaymentId payment) {
        return payments.ofOrder(order.id().value()).stream()
                .anyMatch(one -> one.id().equals(payment) && one.state() == PaymentState.AUTHORISED);
    }

    private void close(
            OrderView order, ApprovalState to, OrderState as, String reason, String note, @Nullable UUID by) {
        holds.release(order.hold());
        if (!rows.decide(order, to, note, by)) throw over(order);
        if (order.state() == OrderState.PENDING && moves.end(order, as, reason)) tell(order, as);
        boolean byBuyer = to == ApprovalState.WITHDRAWN && !OrderEvent.TicketsEnded.isWithItsEvent(reason);
        if (!byBuyer)
            events.publishEvent(
                    new ApprovalEnded(order.id(), order.event(), order.organization(), to, note, clock.instant()));
    }

    private void tell(OrderView order, OrderState as) {
        events.publishEvent(
                as == OrderState.EXPIRED
                        ? new OrderExpired(order.id(), order.event(), order.organization(), clock.instant())
                        : new OrderCancelled(order.id(), order.event(), order.organization(), clock.instant()));
    }

    /** Whoever takes the money at the provider has said yes. */
    @Transactional(propagation = Propagation.MANDATORY)
    void takenElsewhere(OrderView order) {
        if (order.approval() != null
                && order.approval().pending()
                && rows.decide(order, ApprovalState.APPROVED, "", null)) granted(order);
    }

    private void granted(OrderView order) {
        events.publishEvent(new ApprovalGranted(order.id(), order.event(), order.organization(), clock.instant()));
    }

    /** The bank let go of it unasked: before the team answered, or when it was to be taken. In the payment's transaction. */
    void released(PaymentReleased payment) {
        OrderView order = orders.byId(new OrderId(payment.order()));
        if (order != null) lost(order, payment.payment());
    }

    /** What was reserved is gone, and has bought nothing. In the payment's transaction. */
    void lost(OrderView order, PaymentId payment) {
        ApprovalView approval = order.approval();
        if (approval == null || !payment.equals(approval.payment())) return;
        if (approval.pending()) {
            close(order, ApprovalState.LAPSED, OrderState.EXPIRED, "reservation_lapsed", "", null);
        } else if (mayPay(order) && rows.unpaid(order)) {
            Instant until = payUntil(order.event());
            if (keep(order, until))
                events.publishEvent(
                        new ApprovalUnpaid(order.id(), order.event(), order.organization(), until, clock.instant()));
        }
    }

    private boolean mayPay(OrderView order) {
        return order.state() == OrderState.PENDING
                && eventReads.byId(order.event()).state() != EventState.CANCELLED;
    }

    private Instant payUntil(EventId event) {
        return within(eventReads.byId(event), PAYING);
    }

    private OrderView locked(OrderView order) {
        PaymentId payment = order.approval() == null ? null : order.approval().payment();
        if (payment != null) payments.lock(payment);
        return now(order);
    }

    private OrderView now(OrderView order) {
        return Objects.requireNonNull(orders.byId(order.id()));
    }

    private OrderRefused over(OrderView order) {
        OrderView now = now(order);
        // its hold is gone, and a job has yet to say so
        return waiting(now).pending()
                ? new OrderRefused.WrongState(OrderState.EXPIRED)
                : new OrderRefused.ApprovalOver(waiting(now).state());
    }

    private static ApprovalView waiting(OrderView order) {
        return Objects.requireNonNull(order.approval(), "an order that needs no word of the team");
    }
}
