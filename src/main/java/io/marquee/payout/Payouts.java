package io.marquee.payout;

import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.payment.PaymentRefused;
import io.marquee.payment.PayoutProviders;
import io.marquee.payment.Steps;
import io.marquee.payment.provider.BalanceFact;
import io.marquee.payment.provider.PayoutAccounts;
import io.marquee.payment.provider.PayoutDenied;
import io.marquee.payment.provider.PayoutFact;
import io.marquee.payment.provider.PayoutSchedule;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.payment.provider.TransactionFact;
import io.marquee.payment.provider.TransferFact;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What lies in an organization's account and goes to its bank, as the provider has it now: for its owners alone.
 *
 * <p>Every method throws {@link io.marquee.kernel.NotFound} where no account was opened, {@link
 * PaymentRefused.ProviderDown} where the provider does not answer.
 */
@Component
public class Payouts {
    private final PayoutAccountsOf accounts;
    private final PayoutProviders providers;
    private final PayoutRows rows;
    private final Plans plans;
    private final Acting acting;

    Payouts(PayoutAccountsOf accounts, PayoutProviders providers, PayoutRows rows, Plans plans, Acting acting) {
        this.accounts = accounts;
        this.providers = providers;
        this.rows = rows;
        this.plans = plans;
        this.acting = acting;
    }

    /** Whether the provider pays out by a schedule that can be set, and has pages of its own for the owner. */
    public boolean hasOwnPages(String provider) {
        return providers.accounts(provider).hasOwnPages();
    }

    /** By currency. */
    public List<BalanceFact> balance(OrganizationId organization, String provider) {
        return asked(organization, provider, PayoutAccounts::balance);
    }

    /** A page of the provider where the owner sees the account; null where there is none. */
    public @Nullable String dashboard(OrganizationId organization, String provider) {
        return asked(organization, provider, PayoutAccounts::dashboard);
    }

    /** Newest first. @param cursor of the slice before; null for the newest */
    public Slice<PayoutFact> payouts(OrganizationId organization, String provider, @Nullable String cursor, int limit) {
        Slice<PayoutFact> slice = asked(organization, provider, (at, account) -> at.payouts(account, cursor, limit));
        slice.items().forEach(fact -> told(organization, provider, fact));
        return slice;
    }

    public PayoutFact payout(OrganizationId organization, String provider, String payout) {
        PayoutFact fact = asked(organization, provider, (at, account) -> at.payout(account, payout));
        told(organization, provider, fact);
        return fact;
    }

    /**
     * Newest first.
     *
     * @param kind null for all
     * @param payout what one payout took to the bank; null for all
     */
    public Slice<TransactionFact> transactions(
            OrganizationId organization,
            String provider,
            TransactionFact.@Nullable Kind kind,
            @Nullable String payout,
            @Nullable String cursor,
            int limit) {
        return asked(organization, provider, (at, account) -> at.transactions(account, kind, payout, cursor, limit));
    }

    /** Newest first. */
    public Slice<TransferFact> transfers(
            OrganizationId organization, String provider, @Nullable String cursor, int limit) {
        return asked(organization, provider, (at, account) -> at.transfers(account, cursor, limit));
    }

    /**
     * By hand needs nothing of a provider that pays out only so.
     *
     * @throws PayoutRefused.Denied where only the account's owner can change it, at the provider
     */
    public void schedule(OrganizationId organization, String provider, PayoutPlan plan) {
        accounts.opened(organization, provider);
        if (hasOwnPages(provider) || plan.schedule().interval() != PayoutSchedule.Interval.MANUAL) {
            asked(organization, provider, (at, account) -> at.schedule(account, plan.schedule()));
        }
        acting.asSystem(organization, () -> plans.choose(organization, provider, plan.daysAfterEvent()));
    }

    /**
     * Sends what is available to the bank now.
     *
     * @param key of the request: the same key makes the same payout
     * @throws PayoutRefused.Denied where there is less, or no bank
     * @throws io.marquee.kernel.InvalidInput at {@code amount} where the provider cannot count it
     */
    public PayoutFact payOut(OrganizationId organization, String provider, Money amount, String key) {
        Steps.require(amount, providers.accounts(provider).step(amount.currency()));
        PayoutFact sent = asked(
                organization,
                provider,
                (at, account) -> at.payOut("payout-" + organization + "-" + key, account, amount));
        told(organization, provider, sent);
        return sent;
    }

    /** What was read is in the books too, whether or not a webhook told of it. */
    private void told(OrganizationId organization, String provider, PayoutFact fact) {
        String account = accounts.opened(organization, provider);
        acting.asSystem(organization, () -> rows.told(organization, provider, account, fact));
    }

    private <T extends @Nullable Object> T asked(
            OrganizationId organization, String provider, BiFunction<PayoutAccounts, String, T> question) {
        String account = accounts.opened(organization, provider);
        try {
            return question.apply(providers.accounts(provider), account);
        } catch (ProviderUnreachable unreachable) {
            throw new PaymentRefused.ProviderDown(provider);
        } catch (PayoutDenied denied) {
            throw new PayoutRefused.Denied(denied.why());
        } catch (ProviderDenied denied) {
            throw new PayoutRefused.Denied(String.valueOf(denied.getMessage()));
        }
    }
}
