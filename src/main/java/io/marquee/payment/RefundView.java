package io.marquee.payment;

import io.marquee.kernel.Money;
import java.time.Instant;
import java.util.UUID;

/** Money on its way back to a buyer. */
public record RefundView(
        RefundId id,
        PaymentId payment,
        UUID order,
        RefundState state,
        Money amount,
        String reason,
        Instant createdAt) {}
