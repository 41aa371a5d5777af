package io.marquee.payment.provider;

import org.jspecify.annotations.Nullable;

/**
 * What a webhook is about. It is a hint to look and never a fact.
 *
 * @param eventId the provider's id of this event; the same event told twice has the same
 * @param type the provider's word
 * @param reference our payment's id; null where it is about none, or of a type that we do not know
 * @param account whose books it is about: an organization's account at the provider; null for the operator's own
 * @param object the provider's id of what it is about; null where it names nothing
 */
public record Notice(
        String eventId,
        String type,
        @Nullable String reference,
        @Nullable String account,
        @Nullable String object) {}
