package io.marquee.payment;

import io.marquee.identity.PersonView;
import io.marquee.payment.provider.Capability;
import io.marquee.payment.provider.EmbeddedForm;
import io.marquee.payment.provider.NextAction;
import io.marquee.payment.provider.PaymentProvider;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.payment.provider.SavedMethods;
import io.marquee.payment.provider.SavedMethods.CustomerGone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Paying in a part of our own page, or in an app, that the provider draws. */
@Component
public class PaymentForms {
    private final Providers providers;
    private final Attempts attempts;
    private final Customers customers;

    PaymentForms(Providers providers, Attempts attempts, Customers customers) {
        this.providers = providers;
        this.attempts = attempts;
        this.customers = customers;
    }

    /** Whether buyers can stay on our page with it. */
    public boolean embeds(String provider) {
        return can(provider, Capability.EMBEDDED);
    }

    /** Whether buyers can leave for a page of its own. */
    public boolean redirects(String provider) {
        return can(provider, Capability.REDIRECT);
    }

    /** Whether it keeps a method for the next time. */
    public boolean keeps(String provider) {
        return can(provider, Capability.SAVED_METHODS);
    }

    private boolean can(String provider, Capability capability) {
        return providers.named(provider).capabilities().contains(capability);
    }

    /** @return null where nothing is to be drawn: it is decided, or goes on elsewhere */
    public @Nullable PaymentForm of(PaymentId payment) {
        Attempt attempt = attempts.byId(payment);
        EmbeddedForm form = providers.named(attempt.provider()).embeddedForm();
        boolean waits = attempt.state() == PaymentState.REQUIRES_ACTION;
        return waits && form != null && attempt.action() instanceof NextAction.Embedded embedded
                ? PaymentForm.of(attempt, form, embedded.clientSecret())
                : null;
    }

    /**
     * What an app needs. Calls the provider where somebody is signed in.
     *
     * @param buyer null for somebody who is not signed in
     * @return null where nothing is to be drawn
     * @throws PaymentRefused.ProviderDown
     */
    public @Nullable PaymentSheet sheet(PaymentId payment, @Nullable PersonView buyer) {
        PaymentForm form = of(payment);
        if (form == null) return null;
        PaymentProvider provider = providers.named(form.provider());
        SavedMethods kept = provider.savedMethods();
        String customer = buyer == null ? null : customers.find(buyer.id(), form.provider(), form.account());
        if (kept == null || customer == null) return sheet(form, null, null);
        try {
            SavedMethods.Sheet opened = kept.sheet(new SavedMethods.Customer(customer, form.account()));
            return sheet(form, customer, opened == null ? null : opened.customerKey());
        } catch (CustomerGone gone) {
            return sheet(form, null, null);
        } catch (ProviderUnreachable | ProviderDenied unavailable) {
            throw new PaymentRefused.ProviderDown(form.provider());
        }
    }

    private static PaymentSheet sheet(PaymentForm form, @Nullable String customer, @Nullable String key) {
        return new PaymentSheet(
                form.payment(), form.clientSecret(), form.publishableKey(), form.account(), customer, key);
    }
}
