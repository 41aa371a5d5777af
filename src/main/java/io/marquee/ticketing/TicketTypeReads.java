package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What others may read of ticket types. */
@Component
public class TicketTypeReads {

    /**
     * What the public page shows, in order, from a cache in the process that is at most a second stale. Archived types are
     * left out; hidden ones too, unless their key is given.
     */
    public List<TicketTypeView> onShow(EventId event, @Nullable String unlockKey) {
        throw new UnsupportedOperationException();
    }

    /** All of an event's, archived ones last, for its team. */
    public List<TicketTypeView> all(EventId event) {
        throw new UnsupportedOperationException();
    }

    public Map<TicketTypeId, TicketTypeView> byIds(Collection<TicketTypeId> ids) {
        throw new UnsupportedOperationException();
    }
}
