package io.marquee.ordering;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.TicketTypeId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as it stands. */
public record OrderView(
        OrderId id,
        String code,
        HoldId hold,
        EventId event,
        OrganizationId organization,
        OrderState state,
        String buyerName,
        String buyerEmail,
        String locale,
        Money total,
        Money refunded,
        List<Line> lines,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant paidAt) {

    /** @param price of one */
    public record Line(TicketTypeId ticketType, String name, int quantity, Money price) {}
}
