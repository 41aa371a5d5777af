package io.marquee.ordering;

import io.marquee.event.EventEvent.EventCancelled;
import io.marquee.payment.PaymentEvent.PaymentAuthorised;
import io.marquee.payment.PaymentEvent.PaymentCaptured;
import io.marquee.payment.PaymentEvent.PaymentReleased;
import io.marquee.payment.PaymentEvent.PaymentSucceeded;
import io.marquee.payment.PaymentEvent.RefundFailed;
import io.marquee.payment.PaymentEvent.RefundFound;
import io.marquee.payment.PaymentEvent.RefundSucceeded;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketingEvent.HoldExpired;
import io.marquee.ticketing.TicketingEvent.TicketResold;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Money and stock move orders in the same transaction: plain listeners, which fail it if they fail. */
@Component
class OrderListeners {
    private final Settling settling;
    private final ApprovalMoves approvals;
    private final ReservationOutcomes reservations;
    private final RefundOutcomes refunds;
    private final MoneyBack moneyBack;
    private final Ending ending;
    private final CancelledEvents cancelledEvents;
    private final Acting acting;

    OrderListeners(
            Settling settling,
            ApprovalMoves approvals,
            ReservationOutcomes reservations,
            RefundOutcomes refunds,
            MoneyBack moneyBack,
            Ending ending,
            CancelledEvents cancelledEvents,
            Acting acting) {
        this.settling = settling;
        this.approvals = approvals;
        this.reservations = reservations;
        this.refunds = refunds;
        this.moneyBack = moneyBack;
        this.ending = ending;
        this.cancelledEvents = cancelledEvents;
        this.acting = acting;
    }

    @EventListener
    void on(PaymentSucceeded payment) {
        acting.asSystem(payment.organization(), () -> {
            if (!reservations.collected(payment)) settling.settle(payment);
        });
    }

    @EventListener
    void on(PaymentAuthorised payment) {
        acting.asSystem(payment.organization(), () -> settling.settle(payment));
    }

    @EventListener
    void on(PaymentCaptured payment) {
        acting.asSystem(payment.organization(), () -> {
            if (!settling.settle(payment)) reservations.taken(payment);
        });
    }

    @EventListener
    void on(PaymentReleased payment) {
        acting.asSystem(payment.organization(), () -> {
            approvals.released(payment);
            reservations.released(payment);
        });
    }

    @EventListener
    void on(RefundFound refund) {
        acting.asSystem(refund.organization(), () -> moneyBack.follow(refund));
    }

    @EventListener
    void on(RefundSucceeded refund) {
        acting.asSystem(refund.organization(), () -> refunds.arrived(refund));
    }

    @EventListener
    void on(RefundFailed refund) {
        acting.asSystem(refund.organization(), () -> refunds.failed(refund));
    }

    @EventListener
    void on(TicketResold resold) {
        acting.asSystem(resold.organization(), () -> moneyBack.returnResold(resold));
    }

    @EventListener
    void on(HoldExpired expired) {
        acting.asSystem(expired.organization(), () -> ending.expire(expired.hold()));
    }

    @EventListener
    void on(EventCancelled cancelled) {
        cancelledEvents.unwind(cancelled);
    }
}
