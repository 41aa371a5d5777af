package io.marquee.ordering.web;

import io.marquee.ordering.Checkout;
import io.marquee.ordering.OrderRefused;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A buyer's way to the provider's page and back. */
@Component
class Paying {
    private final Checkout checkout;
    private final Ordering ordering;
    private final Payments payments;
    private final Acting acting;
    private final Settings settings;

    Paying(Checkout checkout, Ordering ordering, Payments payments, Acting acting, Settings settings) {
        this.checkout = checkout;
        this.ordering = ordering;
        this.payments = payments;
        this.acting = acting;
        this.settings = settings;
    }

    /** Starts a payment, or takes up the one that is under way. @return where the buyer goes on */
    String start(Visit visit, OrderView order, String provider) {
        String back = visit.path() + "/return";
        String chosen = provider.isEmpty()
                ? payments.offered(order.organization()).stream().findFirst().orElse("")
                : provider;
        PaymentView payment =
                acting.as(visit.buyer(), () -> checkout.pay(order.id(), chosen, null, settings.baseUrl() + back));
        String page = payment.nextAction() == null ? null : payment.nextAction().url();
        return page == null ? back : page;
    }

    /** Whether an attempt waits for the buyer, the bank or the provider. */
    boolean isUnderWay(Visit visit) {
        OrderView order = visit.order();
        return order != null
                && acting.as(visit.buyer(), () -> payments.ofOrder(order.id().value())).stream()
                        .anyMatch(payment -> payment.state().undecided());
    }

    /** The last attempt, as the provider sees it now; null when there was none. */
    @Nullable
    PaymentView last(Visit visit) {
        OrderView order = Objects.requireNonNull(visit.order());
        return acting.as(visit.buyer(), () -> checkout.lookAgain(order.id()));
    }

    /** Ends the attempt that is under way, so that another can be made. @return whether it is at an end */
    boolean abandon(Visit visit) {
        OrderView order = visit.order();
        return order == null || acting.as(visit.buyer(), () -> checkout.giveUpPaying(order.id()));
    }

    /** Gives the order up with its tickets. @return false when a payment is undecided, or has succeeded meanwhile */
    boolean giveUp(Visit visit) {
        OrderView order = Objects.requireNonNull(visit.order());
        if (!abandon(visit)) return false;
        try {
            acting.as(visit.buyer(), () -> ordering.cancel(order.id(), "released"));
            return true;
        } catch (OrderRefused.WrongState ended) {
            return !visit.bought() && order.state() != io.marquee.ordering.OrderState.PENDING;
        } catch (OrderRefused changed) {
            return false;
        }
    }
}
