package io.marquee.pricing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promo code may be used so often from now on. Its uses are stock, kept by the module that sells, under the code's id.
 *
 * @param limit in orders; null for as many as come
 * @param perPerson in orders of one person; null for no limit
 */
public record PromoCodeLimited(
        UUID code,
        EventId event,
        OrganizationId organization,
        @Nullable Integer limit,
        @Nullable Integer perPerson) {}
