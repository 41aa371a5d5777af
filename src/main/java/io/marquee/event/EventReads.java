package io.marquee.event;

import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What others may read of events. */
@Component
public class EventReads {

    /**
     * The event as whoever acts may see it: published ones by anybody (public, unlisted), drafts, members' and private
     * ones by those with a role.
     *
     * @throws io.marquee.kernel.NotFound
     */
    public EventView visible(String idOrSlug) {
        throw new UnsupportedOperationException();
    }

    /**
     * The event, if whoever acts may do this to it: the query is the authorisation.
     *
     * @throws io.marquee.kernel.NotFound where the actor has no role on it
     * @throws io.marquee.kernel.Forbidden where they have, but not this permission
     */
    public EventView where(Permission permission, String idOrSlug) {
        throw new UnsupportedOperationException();
    }

    /** Whatever its state, as the actor's rows allow. @throws io.marquee.kernel.NotFound */
    public EventView byId(EventId id) {
        throw new UnsupportedOperationException();
    }

    public Map<EventId, EventView> byIds(Collection<EventId> ids) {
        throw new UnsupportedOperationException();
    }

    /**
     * A public or unlisted event that is not a draft, from a cache in the process that is at most a second stale.
     *
     * @throws io.marquee.kernel.NotFound
     */
    public EventView published(String idOrSlug) {
        throw new UnsupportedOperationException();
    }
}
