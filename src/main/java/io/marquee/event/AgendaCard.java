package io.marquee.event;

import gg.jte.Content;
import io.marquee.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** The programme on an event's public page, told by the module that keeps it. */
public interface AgendaCard {

    /** What takes place, and with whom; each null where there is none. */
    record Parts(@Nullable Content sessions, @Nullable Content speakers) {
        public static final Parts NONE = new Parts(null, null);
    }

    /** The same for everybody, as the page is that it goes into. */
    Parts parts(EventView event, Page page);
}
