package io.marquee.demo;

import io.marquee.event.Category;
import io.marquee.event.EventDetails;
import io.marquee.event.EventType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * One event of the demo.
 *
 * @param day days from today; negative: it is over
 * @param orders how many buyers come
 */
record DemoEvent(
        String title,
        String summary,
        String description,
        EventType type,
        Category category,
        List<String> tags,
        int day,
        int hour,
        int hours,
        String venue,
        String city,
        String country,
        String zone,
        int hue,
        List<DemoType> types,
        int orders,
        Fate fate) {

    /** What becomes of it after the sale. */
    enum Fate {
        DRAFT,
        ON_SALE,
        LIVE,
        OVER
    }

    /** @param price in cents of a euro */
    record DemoType(String name, String description, long price, int quantity, boolean hidden) {}

    EventDetails details(LocalDate today) {
        LocalDateTime start = today.plusDays(day).atTime(hour, 0);
        return EventDetails.of(title, start, start.plusHours(hours), ZoneId.of(zone))
                .summary(summary)
                .description(description)
                .type(type)
                .category(category)
                .tags(tags)
                .venue(venue)
                .city(city)
                .country(country)
                .hue(hue)
                .refundPolicy("Money back until a week before.")
                .build();
    }
}
