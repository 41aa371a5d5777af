package io.marquee.payment.provider;

import io.marquee.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a charge stands, in the provider's books.
 *
 * @param ref the provider's id
 * @param actionUrl where the buyer goes on, while it requires action
 * @param failureCode in our words, see {@code payment.failure.<code>}; for failed and cancelled charges
 */
public record ChargeFact(
        String ref,
        Standing standing,
        Money amount,
        @Nullable String actionUrl,
        @Nullable String failureCode,
        List<Dispute> disputes) {

    public enum Standing {
        REQUIRES_ACTION,
        PROCESSING,
        AUTHORISED,
        SUCCEEDED,
        FAILED,
        CANCELLED
    }

    /** The card's holder wants the money back through their bank. */
    public record Dispute(String ref, DisputeStanding standing, Money amount, String reason) {}

    public enum DisputeStanding {
        NEEDS_RESPONSE,
        UNDER_REVIEW,
        WON,
        LOST
    }
}
