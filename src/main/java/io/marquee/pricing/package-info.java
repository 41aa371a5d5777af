/**
 * Pricing: what a cart costs and why. One pure function, {@link io.marquee.pricing.Quote#of}, prices it; the rest keeps what an
 * event's team decided: promo codes, taxes, fees and group discounts.
 *
 * <p>Ticket types are known by their ids only: the module to the left sells them.
 *
 * <p>Tables: pricing.promo_codes, taxes, fees, group_discounts. Publishes, in the transaction of the change: {@link
 * io.marquee.pricing.PromoCodeLimited}. Hears nothing.
 */
@ApplicationModule(
        displayName = "Pricing",
        allowedDependencies = {"kernel", "platform", "audit", "media", "identity", "organization", "event"})
@NullMarked
package io.marquee.pricing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
