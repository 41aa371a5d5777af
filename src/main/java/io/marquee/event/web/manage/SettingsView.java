package io.marquee.event.web.manage;

import io.marquee.event.EventState;
import io.marquee.event.ManageNav;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.TimelineEntry;
import java.util.List;

/**
 * An event's life so far, and what can be done about it.
 *
 * @param next what happens by itself, in words
 * @param offers what a postponed event offered, and how much of it was taken
 */
public record SettingsView(
        ManageNav nav,
        String next,
        List<Link> offers,
        List<TimelineEntry> history,
        boolean mayCancel,
        boolean mayDelete,
        boolean mayCopy) {

    public boolean is(EventState state) {
        return nav.event().state() == state;
    }

    public boolean isOver() {
        return is(EventState.ENDED) || is(EventState.CANCELLED);
    }

    public boolean canBeCancelled() {
        return mayCancel && EventState.MOVES.allows(nav.event().state(), EventState.CANCELLED);
    }

    public boolean canBePostponed() {
        return mayCancel && is(EventState.PUBLISHED);
    }

    public boolean canBeDeleted() {
        return mayDelete && !is(EventState.LIVE);
    }
}
