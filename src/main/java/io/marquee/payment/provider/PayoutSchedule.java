package io.marquee.payment.provider;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * When what is available goes to the bank by itself.
 *
 * @param weekday for weekly ones
 * @param day of the month, 1 to 31, for monthly ones
 */
public record PayoutSchedule(
        Interval interval,
        @Nullable DayOfWeek weekday,
        @Nullable Integer day) {

    public enum Interval {
        DAILY,
        WEEKLY,
        MONTHLY,
        /** Only when somebody says so. */
        MANUAL
    }
}
