/**
 * A fake of Stripe, for tests and for clicking through: it speaks Stripe's wire format as Stripe's own library does,
 * keeps books, and breaks in every way that a provider can break. It is no part of the product, and nothing that it
 * answers is Stripe's.
 */
@NullMarked
package io.marquee.stripe;

import org.jspecify.annotations.NullMarked;
