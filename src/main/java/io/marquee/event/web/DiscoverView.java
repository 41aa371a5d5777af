package io.marquee.event.web;

import io.marquee.platform.web.EventCard;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code event/discover.jte} shows. All words are resolved already.
 *
 * @param periods today, the weekend, ...
 * @param search the fields that are always in view; {@code more} those behind "more filters"
 * @param moreOpen whether one of those was used
 * @param reset where nothing is chosen; null where that is so already
 * @param cities with the number of events in each, and {@code tags}: to browse by
 */
public record DiscoverView(
        String count,
        List<Link> periods,
        List<Field> search,
        List<Field> more,
        boolean moreOpen,
        @Nullable String hiddenPeriod,
        @Nullable String reset,
        List<Group> groups,
        Pagination pages,
        List<Link> cities,
        List<Link> tags) {

    /** @param title "June 2027", "Saturday 19 June 2027" */
    public record Group(String title, List<EventCard> events) {}
}
