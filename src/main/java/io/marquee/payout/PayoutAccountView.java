package io.marquee.payout;

import io.marquee.kernel.OrganizationId;
import io.marquee.payment.provider.AccountFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An organization's account at a provider.
 *
 * @param account the provider's id; null until it has opened it
 * @param fact what the provider said when it was last asked; null before
 */
public record PayoutAccountView(
        OrganizationId organization,
        String provider,
        String country,
        @Nullable String account,
        AccountState state,
        @Nullable AccountFact fact,
        Instant openedAt,
        @Nullable Instant checkedAt) {

    public boolean chargesEnabled() {
        return fact != null && fact.chargesEnabled();
    }

    public boolean payoutsEnabled() {
        return fact != null && fact.payoutsEnabled();
    }
}
