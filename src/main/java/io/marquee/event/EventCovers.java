package io.marquee.event;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.media.ImageView;
import io.marquee.media.MediaLibrary;
import org.springframework.stereotype.Component;

/** The picture of an event. Not transactional as a whole: decoding a picture is slow. */
@Component
public class EventCovers {
    private final Events events;
    private final EventReads reads;
    private final MediaLibrary library;
    private final Access access;

    EventCovers(Events events, EventReads reads, MediaLibrary library, Access access) {
        this.events = events;
        this.reads = reads;
        this.library = library;
        this.access = access;
    }

    /**
     * Takes a picture in and makes it the event's cover; its colour becomes the event's.
     *
     * @throws io.marquee.kernel.InvalidInput at {@code cover} when it is no picture that we take
     */
    public EventView put(EventId id, byte[] content) {
        EventView before = reads.byId(id);
        access.require(Permission.EDIT_EVENT, before.organization(), id);
        ImageView image = library.add("cover", before.organization(), content);
        EventView event = reads.byId(id);
        return events.edit(
                id, event.details().but().cover(image.id()).hue(image.hue()).build(), event.version());
    }

    /** The event keeps its colour. */
    public EventView remove(EventId id) {
        EventView event = reads.byId(id);
        return events.edit(id, event.details().but().cover(null).build(), event.version());
    }
}
