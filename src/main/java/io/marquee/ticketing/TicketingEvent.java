package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;

/** What happened to the stock. Published inside the transaction that did it. */
public sealed interface TicketingEvent {

    /** A hold's time was up and its stock is free again. */
    record HoldExpired(HoldId hold, EventId event, OrganizationId organization) implements TicketingEvent {}
}
