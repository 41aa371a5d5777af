package io.marquee.payment;

import io.marquee.kernel.Money;
import io.marquee.payment.provider.NextAction.Embedded;
import io.marquee.payment.provider.NextAction.Redirect;
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

    /**
     * @param type {@code redirect} to the url, or {@code embedded}: the provider's script is given the secret
     * @param clientSecret opens this one payment to the provider's script
     */
    public record NextAction(
            String type, @Nullable String url, @Nullable String clientSecret) {
        static NextAction of(io.marquee.payment.provider.NextAction action) {
            return switch (action) {
                case Redirect redirect -> new NextAction("redirect", redirect.url(), null);
                case Embedded embedded -> new NextAction("embedded", null, embedded.clientSecret());
            };
        }
    }
}
