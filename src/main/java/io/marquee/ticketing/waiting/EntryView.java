package io.marquee.ticketing.waiting;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.ticketing.TicketTypeId;
import java.time.Instant;

/**
 * Somebody in line for a ticket type.
 *
 * @param quantity that they asked for
 * @param open of them, what was not offered yet
 * @param position 1 for whoever is next; 0 for those who wait no more
 */
public record EntryView(
        EntryId id,
        EventId event,
        OrganizationId organization,
        TicketTypeId ticketType,
        String name,
        String email,
        String locale,
        int quantity,
        int open,
        EntryState state,
        int position,
        Instant createdAt) {}
