package io.marquee.event.series;

import java.time.LocalDate;
import java.util.List;

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
}
