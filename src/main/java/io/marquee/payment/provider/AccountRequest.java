package io.marquee.payment.provider;

/**
 * An account to open.
 *
 * @param key idempotency key, the same each time this is asked
 * @param reference our organization's id
 * @param country ISO 3166, two letters: where the organization is
 */
public record AccountRequest(String key, String reference, String name, String email, String country) {}
