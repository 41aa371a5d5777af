package io.marquee.ticketing.waiting;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.ticketing.HoldId;

/** What happened in a line. Published inside the transaction that did it. */
public sealed interface WaitingEvent {

    /** Somebody waits now. */
    record LineJoined(EntryId entry, EventId event, OrganizationId organization) implements WaitingEvent {}

    /** Places are held for somebody in line, at the price that they will pay. */
    record PlacesOffered(HoldId hold, EntryId entry, EventId event, OrganizationId organization)
            implements WaitingEvent {}
}
