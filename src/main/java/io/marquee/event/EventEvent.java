package io.marquee.event;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to an event. Published inside the transaction that did it. */
public sealed interface EventEvent {
    EventId event();

    OrganizationId organization();

    /** @param imported whether it came in from elsewhere, with any number of others */
    record EventPublished(EventId event, OrganizationId organization, boolean imported, Instant at)
            implements EventEvent {}

    /**
     * Something that its team edits is different now.
     *
     * @param opened whether it was published for some, and is for everybody now
     */
    record EventEdited(EventId event, OrganizationId organization, boolean opened, Instant at) implements EventEvent {}

    /** A draft was made like another event, whose team stays behind; modules above copy what is theirs. */
    record EventCopied(EventId event, OrganizationId organization, EventId from, Instant at) implements EventEvent {}

    record EventStarted(EventId event, OrganizationId organization, Instant at) implements EventEvent {}

    record EventEnded(EventId event, OrganizationId organization, Instant at) implements EventEvent {}

    record EventCancelled(EventId event, OrganizationId organization, String reason, Instant at)
            implements EventEvent {}

    /** @param dateKnown whether the event's times are the new ones */
    record EventPostponed(EventId event, OrganizationId organization, boolean dateKnown, String reason, Instant at)
            implements EventEvent {}

    /**
     * Somebody is asked by mail to help with an event.
     *
     * @param role lower case, as on the wire
     * @param path of the page that accepts, below the base URL
     * @param language of whoever invites; null in those of earlier versions
     */
    record CoOrganizerInvited(
            String cause,
            EventId event,
            OrganizationId organization,
            String eventTitle,
            String email,
            String invitedBy,
            String role,
            String path,
            @Nullable String language)
            implements EventEvent {}
}
