package io.marquee.payment;

import org.jspecify.annotations.Nullable;

/**
 * What a mobile app needs to draw the provider's own sheet over one payment.
 *
 * @param customer the provider's id of the person; null for somebody who is not signed in
 * @param customerKey opens the person's kept methods to the app, for a short time; null likewise
 * @param account in whose books the payment is; null for the operator's own
 */
public record PaymentSheet(
        PaymentId payment,
        String clientSecret,
        String publishableKey,
        @Nullable String account,
        @Nullable String customer,
        @Nullable String customerKey) {}
