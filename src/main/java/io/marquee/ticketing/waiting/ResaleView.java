package io.marquee.ticketing.waiting;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.TicketId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket given back to the waiting list at what it cost.
 *
 * @param hold of whoever it is offered to, or who bought it
 */
public record ResaleView(
        UUID id,
        TicketId ticket,
        EventId event,
        OrganizationId organization,
        ResaleState state,
        @Nullable HoldId hold,
        Instant createdAt) {
    /** Whether it is on the list. */
    public boolean open() {
        return state == ResaleState.LISTED || state == ResaleState.OFFERED;
    }
}
