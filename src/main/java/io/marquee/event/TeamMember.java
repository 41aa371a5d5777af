package io.marquee.event;

import io.marquee.identity.PersonView;
import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import java.time.Instant;
import java.util.Set;

/**
 * A person with a role of their own on an event.
 *
 * @param grants what was added to a viewer's role
 */
public record TeamMember(PersonView person, EventRole role, Set<EventGrant> grants, Instant since) {}
