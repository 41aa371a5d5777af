package io.marquee.event;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** An invitation into an event's team that nobody has accepted yet. */
public record TeamInvitation(
        UUID id,
        EventId event,
        OrganizationId organization,
        String email,
        EventRole role,
        Set<EventGrant> grants,
        PersonId invitedBy,
        Instant expiresAt) {

    public boolean hasExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
