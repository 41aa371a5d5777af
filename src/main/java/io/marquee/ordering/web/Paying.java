package io.marquee.ordering.web;

import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.ordering.Checkout;
import io.marquee.ordering.OrderRefused;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.payment.KeptMethods;
import io.marquee.payment.PaymentForms;
import io.marquee.payment.PaymentMethodView;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A buyer's way to the provider's page and back. */
@Component
class Paying {
    private final Checkout checkout;
    private final Ordering ordering;
    private final Payments payments;
    private final PaymentForms forms;
    private final KeptMethods kept;
    private final People people;
    private final Acting acting;
    private final Settings settings;

    Paying(
            Checkout checkout,
            Ordering ordering,
            Payments payments,
            PaymentForms forms,
            KeptMethods kept,
            People people,
            Acting acting,
            Settings settings) {
        this.checkout = checkout;
        this.ordering = ordering;
        this.payments = payments;
        this.forms = forms;
        this.kept = kept;
        this.people = people;
        this.acting = acting;
        this.settings = settings;
    }

    /**
     * Starts a payment, or takes up the one that is under way.
     *
     * @param choice a provider, or a method that is kept, as in {@link KeptChoice}; empty for the first there is
     * @return where the buyer goes on
     */
    String start(Visit visit, OrderView order, String choice, boolean keepMethod) {
        String method = KeptChoice.method(choice);
        String provider = KeptChoice.provider(choice);
        if (method != null)
            return onward(visit, order, new Payments.Way(provider, method, false, buyer(), false, false));
        String chosen = provider.isEmpty()
                ? payments.offered(order.organization()).stream().findFirst().orElse("")
                : provider;
        return onward(visit, order, way(chosen, !chosen.isEmpty() && forms.embeds(chosen), keepMethod));
    }

    /** Starts a payment on the provider's own page, though there is a form. @return where the buyer goes on */
    String startElsewhere(Visit visit, OrderView order, String provider) {
        return onward(visit, order, way(provider, false, false));
    }

    /** Pays what is owed of a bought order, on a provider's own page. @return where the buyer goes on */
    String startOwed(Visit visit, OrderView order) {
        String provider = payments.offered(order.organization()).stream()
                .filter(forms::redirects)
                .findFirst()
                .orElse("");
        String back = visit.orderPath() + "/payments/return";
        PaymentView payment = acting.as(
                visit.buyer(), () -> checkout.pay(order.id(), way(provider, false, false), settings.baseUrl() + back));
        PaymentView.NextAction action = payment.nextAction();
        return action == null || action.url() == null ? back : action.url();
    }

    private Payments.Way way(String provider, boolean embedded, boolean keepMethod) {
        PersonView me = buyer();
        return new Payments.Way(provider, null, embedded, me, keepMethod && me != null, false);
    }

    private @Nullable PersonView buyer() {
        return Acting.current() instanceof Actor.Person ? people.me() : null;
    }

    /** What the buyer can pay with, without typing anything. */
    List<PaymentMethodView> kept(Visit visit) {
        boolean paid = visit.hold().total().isPositive();
        return paid ? kept.paying(visit.hold().organization()) : List.of();
    }

    private String onward(Visit visit, OrderView order, Payments.Way way) {
        String back = visit.path() + "/return";
        PaymentView payment = acting.as(visit.buyer(), () -> checkout.pay(order.id(), way, settings.baseUrl() + back));
        String next = next(visit, payment);
        return next == null ? back : next;
    }

    /** Whether a method can be kept for the next time. */
    boolean keepsAny(List<String> offered) {
        return offered.stream().anyMatch(forms::keeps);
    }

    /** Where the buyer goes on paying; null where there is nothing to do for them. */
    static @Nullable String next(Visit visit, PaymentView payment) {
        PaymentView.NextAction action = payment.nextAction();
        if (action == null) return null;
        return action.url() == null ? visit.path() + "/pay" : action.url();
    }

    /** Whether an attempt waits for the buyer, the bank or the provider. */
    boolean isUnderWay(Visit visit) {
        return underWay(visit) != null;
    }

    /** The attempt that waits for the buyer, the bank or the provider; null where none does. */
    @Nullable
    PaymentView underWay(Visit visit) {
        OrderView order = visit.order();
        if (order == null) return null;
        return acting.as(visit.buyer(), () -> payments.ofOrder(order.id().value())).stream()
                .filter(payment -> payment.state().awaited())
                .findFirst()
                .orElse(null);
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
