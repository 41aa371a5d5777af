package io.marquee.payout;

import io.marquee.kernel.NotFound;
import io.marquee.payment.NoticeHandler;
import io.marquee.payment.PayoutProviders;
import io.marquee.payment.provider.Notice;
import io.marquee.payment.provider.PayoutFact;
import io.marquee.platform.tenancy.Acting;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Providers tell of accounts and payouts: each is only a hint to look. */
@Component
class AccountNotices implements NoticeHandler {
    private final PayoutProviders providers;
    private final AccountRows accounts;
    private final AccountRefresh refresh;
    private final PayoutRows payouts;
    private final Acting acting;

    AccountNotices(
            PayoutProviders providers,
            AccountRows accounts,
            AccountRefresh refresh,
            PayoutRows payouts,
            Acting acting) {
        this.providers = providers;
        this.accounts = accounts;
        this.refresh = refresh;
        this.payouts = payouts;
        this.acting = acting;
    }

    @Override
    public Set<String> types() {
        return Set.of("account.", "capability.", "payout.");
    }

    @Override
    public boolean handle(String provider, Notice notice) {
        String account = notice.account();
        if (account == null) return false;
        return acting.asPlatform(() -> accounts.byAccount(provider, account))
                .map(known -> looked(known, account, notice))
                .orElse(false);
    }

    private boolean looked(PayoutAccountView known, String account, Notice notice) {
        if (!notice.type().startsWith("payout.")) {
            return refresh.look(known, account);
        }
        return notice.object() != null && payoutLooked(known, account, notice.object());
    }

    private boolean payoutLooked(PayoutAccountView known, String account, String payout) {
        try {
            PayoutFact fact = providers.accounts(known.provider()).payout(account, payout);
            return acting.asSystem(
                    known.organization(), () -> payouts.told(known.organization(), known.provider(), account, fact));
        } catch (NotFound gone) {
            return false;
        }
    }
}
