package io.marquee.payout;

import io.marquee.kernel.Money;
import io.marquee.payment.provider.PayoutFact.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What left the operator's own account at a provider beside refunds and transfers.
 *
 * @param ref the provider's id of it
 * @param state of a payout; null for a fee
 */
public record OperatorMoveView(
        String provider, String ref, Kind kind, @Nullable Standing state, Money amount, Instant at) {

    public enum Kind {
        PAYOUT,
        FEE
    }
}
