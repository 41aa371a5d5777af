package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import java.util.List;
import java.util.UUID;

/** What happened to the stock. Published inside the transaction that did it. */
public sealed interface TicketingEvent {

    /** A hold's time was up and its stock is free again. */
    record HoldExpired(HoldId hold, EventId event, OrganizationId organization) implements TicketingEvent {}

    /**
     * Somebody in line buys a ticket that its buyer gave back. It is about to end: what it cost goes back to its order, by
     * whoever hears this, or nothing of it happens.
     */
    record TicketResold(TicketId ticket, UUID order, EventId event, OrganizationId organization, Money price)
            implements TicketingEvent {}

    /**
     * Tickets whose price is a stake were used, or are unused again, were given back, or lost it; all of one event.
     *
     * @param from {@link TicketState#STAKED}, or {@link TicketState#FORFEITED} where it turned out that somebody had come; else {@code to} is the first of them
     */
    record StakedTicketsMoved(
            List<TicketId> tickets, TicketState from, TicketState to, EventId event, OrganizationId organization)
            implements TicketingEvent {}
}
