package io.marquee.payment.provider;

import io.marquee.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way to an organizer's bank, or there.
 *
 * @param automatic whether it followed from the schedule
 * @param arrival when it is there, or is expected to be
 * @param bank the bank account as its owner knows it, such as {@code •••• 3000}; null where the provider does not say
 * @param failureCode the provider's word, where it failed
 */
public record PayoutFact(
        String ref,
        Standing standing,
        Money amount,
        boolean automatic,
        Instant createdAt,
        @Nullable Instant arrival,
        @Nullable String bank,
        @Nullable String failureCode) {

    public enum Standing {
        PENDING,
        IN_TRANSIT,
        PAID,
        FAILED,
        CANCELLED
    }
}
