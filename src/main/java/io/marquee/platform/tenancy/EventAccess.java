package io.marquee.platform.tenancy;

import java.util.Set;

/** A role on one event, with the grants that add to a viewer's. */
public record EventAccess(EventRole role, Set<EventGrant> grants) {}
