/** Pages for an event's team: promo codes, taxes, fees and group discounts. */
@NullMarked
package io.marquee.pricing.web;

import org.jspecify.annotations.NullMarked;
