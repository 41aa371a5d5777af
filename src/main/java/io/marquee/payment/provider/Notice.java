package io.marquee.payment.provider;

import org.jspecify.annotations.Nullable;

/**
 * What a webhook is about. It is a hint to look and never a fact.
 *
 * @param eventId the provider's id of this event; the same event told twice has the same
 * @param type the provider's word
 * @param reference our payment's id; null where it is about none, or of a type that we do not know
 */
public record Notice(String eventId, String type, @Nullable String reference) {}
