package io.marquee.ordering.web;

import io.marquee.event.EventDetails;
import io.marquee.event.EventView;
import io.marquee.media.MediaLibrary;
import io.marquee.platform.web.Hue;
import io.marquee.platform.web.Text;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event beside what is bought of it.
 *
 * @param when "Thu 18 Jun 2027, 19:30 CEST"
 * @param where venue and city; null where neither is known
 */
public record EventSummary(
        String title,
        String path,
        int hue,
        @Nullable String cover,
        String when,
        @Nullable String where) {

    private static final int COVER_WIDTH = 400;

    static EventSummary of(EventView event, Text text) {
        EventDetails details = event.details();
        String where = Stream.of(details.venue(), details.city())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        return new EventSummary(
                details.title(),
                "/events/" + event.slug(),
                details.hue(),
                cover(details.cover()),
                when(details, text),
                where.isEmpty() ? null : where);
    }

    public String hueClass() {
        return Hue.cssClass(hue);
    }

    private static @Nullable String cover(@Nullable UUID cover) {
        return cover == null ? null : MediaLibrary.path(cover, COVER_WIDTH);
    }

    private static String when(EventDetails details, Text text) {
        return details.allDay()
                ? text.shortDate(details.startsAt().toLocalDate())
                : text.dateTime(details.startsAt(), details.timeZone());
    }
}
