package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import java.time.Instant;
import java.util.List;

/** Tickets kept for one buyer. All lines share the currency of {@code total}. */
public record HoldView(
        HoldId id,
        EventId event,
        OrganizationId organization,
        HoldState state,
        Instant createdAt,
        Instant expiresAt,
        List<Line> items,
        Money total) {

    /** @param price of one */
    public record Line(TicketTypeId ticketType, String name, int quantity, Money price) {}
}
