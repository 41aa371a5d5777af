package io.marquee.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a provider's books with ours.
 *
 * @param account whose books; null for the operator's own
 * @param kind {@code nightly} or {@code by_hand}
 * @param until exclusive
 * @param state {@code waiting}, {@code running}, {@code done} or {@code failed}
 * @param reachedAt charges that were made before are compared; null while none are
 * @param charges seen at the provider, with so many refunds and disputes
 * @param payments of ours that were looked for there
 * @param payouts seen at the provider, as {@code transfers}, and {@code fees} that it took from the account by itself
 * @param repaired differences that are none any more
 * @param found what was new to look at for a person
 */
public record ReconciliationView(
        UUID id,
        String provider,
        @Nullable String account,
        String kind,
        Instant from,
        Instant until,
        String state,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant reachedAt,
        int charges,
        int refunds,
        int disputes,
        int payments,
        int payouts,
        int transfers,
        int fees,
        int repaired,
        int found,
        @Nullable String lastError) {

    /** Null while it has not ended. */
    public @Nullable Duration took() {
        return startedAt == null || finishedAt == null ? null : Duration.between(startedAt, finishedAt);
    }
}
