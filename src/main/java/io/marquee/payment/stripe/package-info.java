/**
 * Stripe, behind {@link io.marquee.payment.provider.PaymentProvider}: hosted Checkout Sessions, PaymentIntents for the form on
 * our own page and for apps, customers and their methods, and signed webhooks. It knows nothing of orders and keeps no
 * books of its own: what Stripe answers is put into our words, and nothing is remembered.
 */
@NullMarked
package io.marquee.payment.stripe;

import org.jspecify.annotations.NullMarked;
