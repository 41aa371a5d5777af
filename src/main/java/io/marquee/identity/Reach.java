package io.marquee.identity;

import java.util.UUID;

/**
 * Where somebody may do something, as parameters for a query: {@code organization_id = any(:organizations) or event_id =
 * any(:events)}.
 */
public record Reach(UUID[] organizations, UUID[] events) {
    static final Reach NOWHERE = new Reach(new UUID[0], new UUID[0]);
}
