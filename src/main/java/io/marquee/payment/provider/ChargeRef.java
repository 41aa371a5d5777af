package io.marquee.payment.provider;

import org.jspecify.annotations.Nullable;

/**
 * Where a charge is in a provider's books.
 *
 * @param id the provider's
 * @param account whose books: the organization's account at the provider, or null for the operator's own
 */
public record ChargeRef(String id, @Nullable String account) {}
