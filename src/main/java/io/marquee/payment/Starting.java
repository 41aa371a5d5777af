package io.marquee.payment;

import io.marquee.identity.PersonView;
import io.marquee.payment.Payments.Due;
import io.marquee.payment.Payments.Way;
import io.marquee.payment.provider.Capability;
import io.marquee.payment.provider.ChargeRequest.Capture;
import io.marquee.payment.provider.PaymentProvider;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.payment.provider.SavedMethods;
import io.marquee.platform.tenancy.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How an attempt begins: what cannot work is refused before anything is stored, and then it is stored before it is sent. */
@Component
class Starting {
    private final Providers providers;
    private final ProviderChoices choices;
    private final Terms terms;
    private final Customers customers;
    private final Attempts attempts;
    private final Inquiry inquiry;
    private final Acting acting;

    Starting(
            Providers providers,
            ProviderChoices choices,
            Terms terms,
            Customers customers,
            Attempts attempts,
            Inquiry inquiry,
            Acting acting) {
        this.providers = providers;
        this.choices = choices;
        this.terms = terms;
        this.customers = customers;
        this.attempts = attempts;
        this.inquiry = inquiry;
        this.acting = acting;
    }

    /** @throws PaymentRefused */
    PaymentView start(Due due, Way way, Capture capture) {
        OutsideTransactions.require();
        PaymentProvider through = providers.offered(way.provider());
        acting.asSystem(due.organization(), () -> choices.require(due.organization(), through));
        // nothing is stored that would keep the buyer from trying again, or take their money when they have gone
        if (providers.isDown(way.provider())) throw new PaymentRefused.ProviderPaused(way.provider());
        check(through, way, capture);
        Steps.require(due.amount(), through.step(due.amount().currency()));
        Attempt attempt = begun(through, due, way, capture);
        // a method that is given went with its customer; anything else is begun anew, as for somebody who never came
        // before
        boolean again = forgotten(attempt, way.buyer()) && way.method() == null;
        return (again ? begun(through, due, way, capture) : attempt).view();
    }

    private Attempt begun(PaymentProvider through, Due due, Way way, Capture capture) {
        // what is set up for this order alone is kept apart from what a person keeps for the next time
        boolean apart = capture == Capture.SET_UP && !way.keepMethod() && way.method() == null;
        String customer = apart ? null : customer(through, due, way);
        Attempt attempt = acting.asSystem(due.organization(), () -> attempts.open(due, way, capture, customer));
        return attempt.state() == PaymentState.CREATED ? confirmed(attempt) : attempt;
    }

    /** @return whether it came to nothing because the provider no longer knows its customer, and nor do we now */
    private boolean forgotten(Attempt attempt, @Nullable PersonView person) {
        String customer = attempt.request().customer();
        boolean gone = SavedMethods.CUSTOMER_GONE.equals(attempt.failureCode());
        if (!gone || customer == null || person == null) return false;
        customers.forget(person.id(), attempt.provider(), attempt.request().account(), customer);
        return true;
    }

    private static void check(PaymentProvider through, Way way, Capture capture) {
        switch (capture) {
            case AT_ONCE -> {}
            case LATER -> require(through, Capability.AUTHORISE_AND_CAPTURE);
            case SET_UP -> require(through, Capability.SET_UP);
        }
        if (way.method() != null) {
            through.check(way.method());
        } else {
            require(through, way.embedded() ? Capability.EMBEDDED : Capability.REDIRECT);
        }
    }

    private static void require(PaymentProvider through, Capability capability) {
        if (!through.capabilities().contains(capability)) {
            throw new PaymentRefused.NotSupported(through.name(), capability);
        }
    }

    /** A person whom the provider knows is told to it again; one that it does not know, where something is to be kept. */
    private @Nullable String customer(PaymentProvider through, Due due, Way way) {
        PersonView person = way.buyer();
        if (person == null || through.savedMethods() == null) return null;
        String account = acting.asSystem(
                due.organization(),
                () -> terms.agreed(due.organization(), way.provider(), due.amount())
                        .account());
        try {
            return way.keepMethod()
                    ? customers.known(through, person, account)
                    : customers.find(person.id(), way.provider(), account);
        } catch (ProviderUnreachable | ProviderDenied unavailable) {
            throw new PaymentRefused.ProviderDown(way.provider());
        }
    }

    private Attempt confirmed(Attempt attempt) {
        try {
            return inquiry.about(attempt);
        } catch (ProviderUnreachable unreachable) {
            throw new PaymentRefused.ProviderDown(attempt.provider());
        } catch (ProviderDenied denied) {
            throw new PaymentRefused.Denied(attempt.provider());
        }
    }
}
