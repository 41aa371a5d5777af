package io.marquee.payout;

import io.marquee.payment.ChargeAccounts;
import io.marquee.payment.PayoutProviders;
import io.marquee.payment.provider.AccountFact;
import io.marquee.platform.tenancy.Acting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks a provider how an account stands, outside of any transaction, and keeps the answer: for pages, for webhooks, in any
 * order and as often as they like, since each answer is newer than the question.
 */
@Component
class AccountRefresh {
    private final PayoutProviders providers;
    private final AccountRows rows;
    private final ChargeAccounts charging;
    private final TransactionTemplate transaction;
    private final Acting acting;

    AccountRefresh(
            PayoutProviders providers,
            AccountRows rows,
            ChargeAccounts charging,
            TransactionTemplate transaction,
            Acting acting) {
        this.providers = providers;
        this.rows = rows;
        this.charging = charging;
        this.transaction = transaction;
        this.acting = acting;
    }

    /**
     * @param account the provider's id of it
     * @return whether anything moved
     * @throws io.marquee.payment.provider.ProviderUnreachable
     */
    boolean look(PayoutAccountView known, String account) {
        AccountFact fact = providers.accounts(known.provider()).account(account);
        return Boolean.TRUE.equals(acting.asSystem(
                known.organization(),
                () -> transaction.execute(status -> {
                    boolean moved = rows.told(known, fact);
                    charging.put(known.organization(), known.provider(), fact.ref(), fact.chargesEnabled());
                    return moved;
                })));
    }
}
