package io.marquee.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider told us.
 *
 * @param type the provider's word
 * @param deliveries how often the same was told
 * @param replays how often it was handled again by hand
 * @param handledAt null while it waits
 * @param outcome {@code moved}, {@code nothing_new}, {@code ignored} or {@code unknown_payment}; null while it waits
 */
public record WebhookView(
        UUID id,
        String provider,
        String eventId,
        String type,
        @Nullable String reference,
        Instant receivedAt,
        int deliveries,
        int replays,
        @Nullable Instant handledAt,
        @Nullable String outcome) {}
