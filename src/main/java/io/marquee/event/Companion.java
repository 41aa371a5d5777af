package io.marquee.event;

import io.marquee.platform.web.Link;
import io.marquee.platform.web.Text;
import org.jspecify.annotations.Nullable;

/** Where those who come can go beside an event's page, told by modules above: a talk, an agenda. */
public interface Companion {

    /**
     * @param token of a guest's, an order's or a ticket's link; null on the event's own page, which is the same for everybody
     * @return null where there is nothing now
     */
    @Nullable
    Link link(EventView event, @Nullable String token, Text text);

    /** Whether it is also for those who were asked and have not said that they come. */
    default boolean alsoForInvited() {
        return false;
    }
}
