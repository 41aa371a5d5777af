package io.marquee.payment;

import io.marquee.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay.
 *
 * @param nextAction what the buyer must do, while the state is {@code requires_action}
 * @param failureCode the provider's reason in our words, such as {@code card_declined}; the text is under {@code
 *     payment.failure.<code>}
 */
public record PaymentView(
        PaymentId id,
        UUID order,
        String provider,
        PaymentState state,
        Money amount,
        @Nullable NextAction nextAction,
        @Nullable String failureCode,
        Instant createdAt) {

    /** @param type {@code redirect} */
    public record NextAction(String type, String url) {}
}
