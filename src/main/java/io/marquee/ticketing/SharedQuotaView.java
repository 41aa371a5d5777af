package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.util.List;
import java.util.UUID;

/**
 * One number that several ticket types share, each beside its own.
 *
 * @param size how many there are in all, held and sold ones included
 * @param taken held and sold
 */
public record SharedQuotaView(
        UUID id,
        EventId event,
        OrganizationId organization,
        String name,
        int size,
        int taken,
        List<TicketTypeId> types) {}
