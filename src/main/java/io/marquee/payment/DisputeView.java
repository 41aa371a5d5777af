package io.marquee.payment;

import io.marquee.kernel.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A disputed payment.
 *
 * @param reason the provider's word, such as {@code fraudulent}
 */
public record DisputeView(
        UUID id, PaymentId payment, UUID order, DisputeState state, Money amount, String reason, Instant createdAt) {}
