package io.marquee.event;

import gg.jte.Content;
import io.marquee.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Where people say on an event's public page whether they come, told by the module that keeps the guests. */
public interface RsvpCard {

    /**
     * What it reads must be fresh: the page that it goes into is itself kept for up to a second.
     *
     * @param page its words; the viewer is nobody on a page that is rendered for everybody at once
     * @return null where nothing is to be said
     */
    @Nullable
    Content content(EventView event, Page page);
}
