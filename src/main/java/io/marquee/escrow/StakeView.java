package io.marquee.escrow;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.ordering.OrderId;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketTypeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The money that was paid, or set aside, for one ticket and goes back to whoever comes with it.
 *
 * @param earned whether it was lost before it became known that they came: the books have it as the organizer's
 * @param dueAt when it goes back, while it is returning; null otherwise
 * @param decidedAt null while it is held or returning
 */
public record StakeView(
        TicketId ticket,
        TicketTypeId ticketType,
        OrderId order,
        EventId event,
        OrganizationId organization,
        Money amount,
        StakeMode mode,
        StakeState state,
        boolean earned,
        @Nullable Instant dueAt,
        Instant createdAt,
        @Nullable Instant decidedAt) {}
