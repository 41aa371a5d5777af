package io.marquee.payout;

import io.marquee.kernel.Slice;
import io.marquee.payment.PayoutProviders;
import io.marquee.payment.provider.PayoutFact;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads every account's latest payouts, since a webhook that is lost would leave the books wrong for good. */
@Component
class PayoutCatchUp {
    private static final Logger log = LoggerFactory.getLogger(PayoutCatchUp.class);
    /** Banks return payouts within days. */
    private static final Duration BACK = Duration.ofDays(14);

    private static final int AT_ONCE = 100;

    private final PayoutProviders providers;
    private final AccountRows accounts;
    private final PayoutRows rows;
    private final Acting acting;
    private final Clock clock;

    PayoutCatchUp(PayoutProviders providers, AccountRows accounts, PayoutRows rows, Acting acting, Clock clock) {
        this.providers = providers;
        this.accounts = accounts;
        this.rows = rows;
        this.acting = acting;
        this.clock = clock;
    }

    /** One account that can't be read doesn't keep the others waiting. */
    void run() {
        for (PayoutAccountView account : acting.asPlatform(accounts::payingOut)) {
            try {
                read(account, Objects.requireNonNull(account.account()));
            } catch (RuntimeException e) {
                log.warn("the payouts of {} at {} could not be read", account.organization(), account.provider(), e);
            }
        }
    }

    private void read(PayoutAccountView known, String account) {
        Instant since = clock.instant().minus(BACK);
        String cursor = null;
        do {
            cursor = slice(known, account, since, cursor);
        } while (cursor != null);
    }

    /** @return where to go on; null where the rest is older, or there is none */
    private @Nullable String slice(PayoutAccountView known, String account, Instant since, @Nullable String cursor) {
        Slice<PayoutFact> slice = providers.accounts(known.provider()).payouts(account, cursor, AT_ONCE);
        for (PayoutFact fact : slice.items()) {
            if (fact.createdAt().isBefore(since)) return null;
            acting.asSystem(
                    known.organization(), () -> rows.told(known.organization(), known.provider(), account, fact));
        }
        return slice.next();
    }
}
