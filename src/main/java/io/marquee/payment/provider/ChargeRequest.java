package io.marquee.payment.provider;

import io.marquee.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What we ask for.
 *
 * @param key idempotency key, the same each time this is asked
 * @param reference our payment's id; the provider repeats it in its webhooks
 * @param description for the buyer, such as the event's title
 * @param returnUrl absolute: where the buyer is sent when the provider's page is done
 * @param method null for the provider's own page
 * @param expiresAt past it the provider must not take this money
 */
public record ChargeRequest(
        String key,
        String reference,
        Money amount,
        String description,
        String buyerEmail,
        String returnUrl,
        @Nullable String method,
        Instant expiresAt) {}
