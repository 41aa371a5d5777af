package io.marquee.event;

import gg.jte.Content;
import io.marquee.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** The programme on an event's public page, told by the module that keeps it. */
public interface AgendaCard {

    /**
     * The same for everybody, as the page is that it goes into.
     *
     * @return null where there is none
     */
    @Nullable
    Content content(EventView event, Page page);
}
