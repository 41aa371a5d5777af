/** Pricing in the API: promo codes, and the taxes, fees and group discounts of events. */
@NullMarked
package io.marquee.pricing.api;

import org.jspecify.annotations.NullMarked;
