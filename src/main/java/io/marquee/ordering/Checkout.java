package io.marquee.ordering;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.Money;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Paying an order. None of it runs inside a transaction: a provider is asked, and may take its time. */
@Component
public class Checkout {
    private final OrderAccess access;
    private final Payments payments;
    private final List<Reserving> reserving;
    private final EventReads events;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Checkout(
            OrderAccess access,
            Payments payments,
            List<Reserving> reserving,
            EventReads events,
            Acting acting,
            TransactionTemplate transaction,
            Clock clock) {
        this.access = access;
        this.payments = payments;
        this.reserving = reserving;
        this.events = events;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Starts an attempt to pay, or answers the one that is undecided: there are never two under way. Where money need only be
     * reserved, or a method kept, and the provider can do it, it is; where the team is asked first it must be. What is owed of a kept method that was refused is paid in any way.
     *
     * @param returnUrl absolute: where the provider's page sends the buyer back
     * @throws OrderRefused when the order is paid, given up or expired
     * @throws io.marquee.payment.PaymentRefused when the provider does not take it on
     */
    public PaymentView pay(OrderId id, Payments.Way way, String returnUrl) {
        OrderView order = order(id);
        return acting.asSystem(order.organization(), () -> {
            PaymentView undecided = undecided(order);
            if (undecided != null) return undecided;
            if (order.owed()) return payments.start(due(order, order.left(), returnUrl), way);
            if (order.waits()) throw new OrderRefused.AwaitsApproval();
            if (!order.payable(clock.instant())) {
                throw new OrderRefused.WrongState(
                        order.state() == OrderState.PENDING ? OrderState.EXPIRED : order.state());
            }
            Payments.Due due = due(order, order.total(), returnUrl);
            // its bank did not keep what was reserved until the team said yes: it is not tried again
            if (order.approval() != null && !order.asksFirst()) return payments.start(due, way);
            if (keeps(order, way)) return payments.setUp(due, way);
            return order.asksFirst() || reserves(order, way) ? payments.authorise(due, way) : payments.start(due, way);
        });
    }

    private boolean keeps(OrderView order, Payments.Way way) {
        return reserving.stream().anyMatch(module -> module.keeps(order)) && payments.setsUp(way.provider());
    }

    private boolean reserves(OrderView order, Payments.Way way) {
        return reserving.stream().anyMatch(module -> module.reserves(order)) && payments.reserves(way.provider());
    }

    /** On the provider's page, or with the method that is given. @param method what the provider takes */
    public PaymentView pay(OrderId id, String provider, @Nullable String method, String returnUrl) {
        return pay(id, Payments.Way.through(provider, method), returnUrl);
    }

    /** The last attempt, after asking the provider if it is undecided. @return null when none was made */
    public @Nullable PaymentView lookAgain(OrderId id) {
        OrderView order = order(id);
        return acting.asSystem(order.organization(), () -> {
            PaymentView undecided = undecided(order);
            if (undecided != null) return payments.refresh(undecided.id());
            List<PaymentView> all = payments.ofOrder(order.id().value());
            return all.isEmpty() ? null : all.getFirst();
        });
    }

    /** Gives up the attempt that is under way, if there is one. @return whether none is under way any more */
    public boolean giveUpPaying(OrderId id) {
        OrderView order = order(id);
        return acting.asSystem(order.organization(), () -> {
            PaymentView undecided = undecided(order);
            return undecided == null || !payments.cancel(undecided.id()).state().awaited();
        });
    }

    private @Nullable PaymentView undecided(OrderView order) {
        return payments.ofOrder(order.id().value()).stream()
                .filter(payment -> payment.state().awaited())
                .findFirst()
                .orElse(null);
    }

    private OrderView order(OrderId id) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a provider must not be called inside a transaction");
        }
        return transaction.execute(status -> access.ofBuyerOr(Permission.REFUND, id));
    }

    private Payments.Due due(OrderView order, Money amount, String returnUrl) {
        EventView event = events.byId(order.event());
        return new Payments.Due(
                order.id().value(),
                order.hold(),
                order.event(),
                order.organization(),
                amount,
                event.details().title() + " · " + order.code(),
                order.buyerEmail(),
                returnUrl);
    }
}
