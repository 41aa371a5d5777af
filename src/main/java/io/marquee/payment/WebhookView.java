package io.marquee.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider told us.
 *
 * @param type the provider's word
 * @param reference our payment's id, where it says one
 * @param account whose books it is about; null for the operator's own
 * @param object the provider's id of what it is about
 * @param deliveries how often the same was told
 * @param replays how often it was handled again by hand
 * @param tries how often it was looked at since it came, or since it was replayed
 * @param handledAt null while it waits, and where it was given up
 * @param dueAt when it is looked at next; null when handled or given up
 * @param outcome {@code moved}, {@code nothing_new}, {@code with_another}, {@code ignored}, {@code unknown_payment} or
 *     {@code given_up}; null while it waits
 */
public record WebhookView(
        UUID id,
        String provider,
        String eventId,
        String type,
        @Nullable String reference,
        @Nullable String account,
        @Nullable String object,
        Instant receivedAt,
        int deliveries,
        int replays,
        int tries,
        @Nullable Instant handledAt,
        @Nullable Instant dueAt,
        @Nullable String outcome,
        @Nullable String lastError) {}
