package io.marquee.payment;

import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.payment.provider.Charging;
import io.marquee.payment.provider.PaymentProvider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where an organization's charges go, and what the operator keeps of them. */
@Component
class Terms {
    private final Providers providers;
    private final ChargeAccounts accounts;
    private final PlatformFees fees;

    Terms(Providers providers, ChargeAccounts accounts, PlatformFees fees) {
        this.providers = providers;
        this.accounts = accounts;
        this.fees = fees;
    }

    /**
     * What is asked of the provider for one charge, and kept with it: later changes leave it alone.
     *
     * @param account whose books; null for the operator's own
     * @param destination whom the operator passes the money on to; null for nobody
     * @param fee zero where the money stays with the operator anyway
     */
    record Agreed(@Nullable String account, @Nullable String destination, Money fee) {}

    /**
     * Runs as the organization's system.
     *
     * @throws PaymentRefused.NoAccount where the organization needs an account of its own there and has none that may
     *     take money
     */
    @Transactional(readOnly = true)
    public Agreed agreed(OrganizationId organization, String provider, Money amount) {
        PaymentProvider through = providers.named(provider);
        Optional<String> account =
                through.charging() == Charging.OPERATOR ? Optional.empty() : accounts.charging(organization, provider);
        if (account.isEmpty() && through.requiresAccount()) {
            throw new PaymentRefused.NoAccount(provider);
        } else if (account.isEmpty()) {
            return new Agreed(null, null, Money.zero(amount.currency()));
        }
        Money fee = Steps.roundedDown(
                fees.agreed(organization, amount.currency()).of(amount), through.step(amount.currency()));
        return through.charging() == Charging.DIRECT
                ? new Agreed(account.get(), null, fee)
                : new Agreed(null, account.get(), fee);
    }

    /** In whose books the organization's direct charges are; null where that is the operator. */
    @Transactional(readOnly = true)
    public @Nullable String account(OrganizationId organization, String provider) {
        return providers.named(provider).charging() == Charging.DIRECT
                ? accounts.charging(organization, provider).orElse(null)
                : null;
    }

    /** Whether the organization can be paid through it. Runs as the organization's system, or for its people. */
    @Transactional(readOnly = true)
    public boolean payable(OrganizationId organization, PaymentProvider through) {
        return !through.requiresAccount()
                || accounts.charging(organization, through.name()).isPresent();
    }
}
