package io.marquee.payment.provider;

import io.marquee.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a refund stands, in the provider's books.
 *
 * @param ref the provider's id; null where it refused to make one at all, for good
 * @param key of the request; null for one that was made without us, such as in the provider's dashboard
 * @param failureCode in our words, see {@code payment.failure.<code>}; when it failed
 */
public record RefundFact(
        @Nullable String ref,
        @Nullable String key,
        Standing standing,
        Money amount,
        @Nullable String failureCode) {

    public enum Standing {
        PROCESSING,
        SUCCEEDED,
        FAILED
    }
}
