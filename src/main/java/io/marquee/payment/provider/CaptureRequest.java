package io.marquee.payment.provider;

import io.marquee.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money to take of what was reserved; what is left of the reservation is let go.
 *
 * @param key idempotency key, the same each time this is asked
 * @param applicationFee what the operator keeps of what is taken, which may be nothing; null where the money goes to the
 *     operator's own account
 */
public record CaptureRequest(
        String key,
        ChargeRef charge,
        Money amount,
        @Nullable Money applicationFee) {}
