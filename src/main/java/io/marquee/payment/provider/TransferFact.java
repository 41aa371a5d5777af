package io.marquee.payment.provider;

import io.marquee.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that the operator passed on to an organizer's account.
 *
 * @param reversed how much of it was taken back, after refunds and disputes
 * @param charge the charge that it came from; null for one made by hand
 */
public record TransferFact(
        String ref,
        Money amount,
        Money reversed,
        @Nullable String charge,
        @Nullable String description,
        Instant createdAt) {}
