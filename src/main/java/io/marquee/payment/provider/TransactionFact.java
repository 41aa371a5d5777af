package io.marquee.payment.provider;

import io.marquee.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What moved the balance of an account.
 *
 * @param amount what came in; below zero for what went out
 * @param fee what the provider and the operator kept of it
 * @param net the amount less the fee
 * @param source the provider's id of the charge, refund, payout … behind it
 * @param availableAt from then on it can go to the bank
 */
public record TransactionFact(
        String ref,
        Kind kind,
        Money amount,
        Money fee,
        Money net,
        @Nullable String description,
        @Nullable String source,
        Instant createdAt,
        Instant availableAt) {

    public enum Kind {
        /** A sale by card. */
        CHARGE,
        /** A sale by other means, or one that the operator passed on. */
        PAYMENT,
        REFUND,
        /** A refund of a {@link #PAYMENT}. */
        PAYMENT_REFUND,
        /** Disputed money taken or returned, and corrections. */
        ADJUSTMENT,
        PAYOUT,
        /** A payout that came back. */
        PAYOUT_FAILURE,
        TRANSFER,
        /** What the provider charges by itself. */
        FEE,
        OTHER
    }
}
