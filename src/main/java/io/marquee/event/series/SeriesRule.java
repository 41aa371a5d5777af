package io.marquee.event.series;

import io.marquee.event.EventView;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How an event repeats.
 *
 * @param leftOut days of the rule on which nothing takes place
 * @param aheadDays how long before a date its event is made
 * @param publish whether new dates are published by themselves; else they wait as drafts
 */
public record SeriesRule(Recurrence recurrence, List<LocalDate> leftOut, int aheadDays, boolean publish) {
    public static final int USUAL_AHEAD = 90;

    public SeriesRule {
        leftOut = List.copyOf(leftOut);
    }

    /** From this event on, the first one; those that are left out are among them. */
    List<LocalDateTime> dates(EventView first, int daysAway) {
        LocalDateTime begins = first.details().startsAt();
        return recurrence.dates(begins, first.details().timeZone(), begins.plusDays(daysAway));
    }

    /** Whether each day that is left out would be one of it. */
    boolean leavesOutItsOwn(EventView first, int daysAway) {
        return dates(first, daysAway).stream()
                .map(LocalDateTime::toLocalDate)
                .collect(Collectors.toSet())
                .containsAll(leftOut);
    }
}
