package io.marquee.payout;

import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that the operator passed on to an organization's account by hand, or took back.
 *
 * @param reverses the transfer that it takes back; null for a transfer
 * @param left what can still be taken back of it; zero for a reversal
 * @param ref the provider's id; null until it has answered
 * @param failure the provider's words for why not; null where it did it
 */
public record TransferView(
        UUID id,
        OrganizationId organization,
        String provider,
        String account,
        @Nullable UUID reverses,
        Money amount,
        Money left,
        String description,
        TransferState state,
        @Nullable String ref,
        @Nullable String failure,
        Instant createdAt) {}
