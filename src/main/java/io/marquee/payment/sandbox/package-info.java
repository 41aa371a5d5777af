/**
 * The payment sandbox: what a card provider on the web would be, for trying everything out without money. It keeps its
 * own books (payment.sandbox_*), knows nothing of orders, and reaches us only as another company would: through {@link
 * io.marquee.payment.provider.PaymentProvider}, its hosted page under {@code /sandbox}, and signed webhooks over HTTP.
 * {@code docs/sandbox.md} describes it.
 */
@NullMarked
package io.marquee.payment.sandbox;

import org.jspecify.annotations.NullMarked;
