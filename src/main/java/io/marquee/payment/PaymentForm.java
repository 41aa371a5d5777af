package io.marquee.payment;

import io.marquee.payment.provider.EmbeddedForm;
import org.jspecify.annotations.Nullable;

/**
 * What a page needs to let the provider's script draw one payment's form.
 *
 * @param account in whose books the payment is; null for the operator's own
 * @param clientSecret opens this one payment to the script
 * @param setsUp whether a card is kept by it and nothing taken
 */
public record PaymentForm(
        PaymentId payment,
        String provider,
        String script,
        String publishableKey,
        @Nullable String account,
        String clientSecret,
        boolean setsUp,
        Origins origins) {

    /** What the page must be allowed beside its own, each a list with blanks between. */
    public record Origins(String scripts, String frames, String connects) {}

    static PaymentForm of(Attempt attempt, EmbeddedForm form, String clientSecret) {
        return new PaymentForm(
                attempt.id(),
                attempt.provider(),
                form.script(),
                form.publishableKey(),
                attempt.request().account(),
                clientSecret,
                attempt.setsUp(),
                new Origins(
                        String.join(" ", form.scriptOrigins()),
                        String.join(" ", form.frameOrigins()),
                        String.join(" ", form.connectOrigins())));
    }
}
