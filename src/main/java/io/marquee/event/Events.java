package io.marquee.event;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import org.springframework.stereotype.Component;

/** The commands on events. Each asks {@code Access} and refuses with reasons. */
@Component
public class Events {

    /** A draft; one whose end is past is ended at once. @throws io.marquee.kernel.InvalidInput */
    public EventView create(OrganizationId organization, EventDetails details) {
        throw new UnsupportedOperationException();
    }

    /** @param version that the editor started from. @throws io.marquee.kernel.Refusal when somebody else was quicker */
    public EventView edit(EventId id, EventDetails details, int version) {
        throw new UnsupportedOperationException();
    }

    public EventView publish(EventId id) {
        throw new UnsupportedOperationException();
    }

    /** Back to draft. @throws io.marquee.kernel.Refusal once anything is held or sold */
    public EventView unpublish(EventId id) {
        throw new UnsupportedOperationException();
    }

    public EventView cancel(EventId id, String reason) {
        throw new UnsupportedOperationException();
    }
}
