package io.marquee.identity;

import io.marquee.kernel.EventId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.EventAccess;
import java.util.Map;

/** Told by the module that keeps events' teams; asked once a request, acting as the platform. */
public interface EventRoles {
    Map<EventId, EventAccess> of(PersonId person);
}
