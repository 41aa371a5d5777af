package io.marquee.waitingroom;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;

/** What waiting rooms ask of others. */
public sealed interface WaitingRoomEvent {

    /**
     * A link that proves an address is to be mailed.
     *
     * @param cause unique: one mail for each
     * @param path of the room with the link's token, below the base URL
     */
    record PlaceLinkRequested(
            String cause,
            EventId event,
            OrganizationId organization,
            String eventTitle,
            String email,
            String locale,
            String path)
            implements WaitingRoomEvent {}
}
