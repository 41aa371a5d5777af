package io.marquee.pricing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A promo code of an event. */
public record PromoCode(UUID id, EventId event, OrganizationId organization, boolean active, CodeDetails details) {

    /** Why it can't be used now, as the code of a broken rule; null where it can. */
    public @Nullable String refusedAt(Instant now) {
        if (!active) return "code_unknown";
        if (details.startsAt() != null && now.isBefore(details.startsAt())) return "code_not_yet";
        if (details.endsAt() != null && !now.isBefore(details.endsAt())) return "code_over";
        return null;
    }

    public boolean unlocks(UUID ticketType) {
        return details.unlocks() && details.scope().covers(ticketType);
    }

    /** What it does to prices; null where it only unlocks. */
    public @Nullable CodeEffect effect() {
        Reduction reduction = details.reduction();
        return reduction == null ? null : new CodeEffect(details.code(), reduction, details.scope());
    }
}
