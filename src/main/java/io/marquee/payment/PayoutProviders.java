package io.marquee.payment;

import io.marquee.payment.provider.Capability;
import io.marquee.payment.provider.Charging;
import io.marquee.payment.provider.OperatorBooks;
import io.marquee.payment.provider.PaymentProvider;
import io.marquee.payment.provider.PayoutAccounts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The providers at which organizers can have accounts of their own. */
@Component
public class PayoutProviders {
    private final Providers providers;

    PayoutProviders(Providers providers) {
        this.providers = providers;
    }

    /** Those at which one can be opened now, by name. */
    public List<String> offered() {
        return providers.all().stream()
                .filter(PaymentProvider::offered)
                .filter(provider -> provider.capabilities().contains(Capability.PAYOUTS))
                .map(PaymentProvider::name)
                .toList();
    }

    /** Whether organizations without an account can't be paid through it. */
    public boolean requiresAccount(String provider) {
        return providers.named(provider).requiresAccount();
    }

    public Charging charging(String provider) {
        return providers.named(provider).charging();
    }

    /** Whether organizers have accounts there. */
    public boolean has(String provider) {
        return providers.named(provider).capabilities().contains(Capability.PAYOUTS);
    }

    /** What moves in the operator's own account; null where it tells nothing of that. Called outside of transactions only. */
    public @Nullable OperatorBooks operatorBooks(String provider) {
        return providers.named(provider).operatorBooks();
    }

    /**
     * Called outside of transactions only.
     *
     * @throws PaymentRefused.NotSupported where it has none
     * @throws PaymentRefused.UnknownProvider
     */
    public PayoutAccounts accounts(String provider) {
        PayoutAccounts accounts = providers.named(provider).payoutAccounts();
        if (accounts == null) {
            throw new PaymentRefused.NotSupported(provider, Capability.PAYOUTS);
        }
        return accounts;
    }
}
