package io.marquee.payout;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.PayoutSchedule;
import io.marquee.payment.provider.PayoutSchedule.Interval;
import java.time.DayOfWeek;
import java.util.Arrays;

/** Schedules of payouts as people write them. */
public final class Schedules {
    private static final int LONGEST_MONTH = 31;

    private Schedules() {}

    /** @throws InvalidInput where a weekly one has no weekday, or a monthly one no day */
    public static PayoutSchedule parsed(String interval, String weekday, String day) {
        return switch (one(Interval.class, "interval", interval)) {
            case DAILY -> new PayoutSchedule(Interval.DAILY, null, null);
            case WEEKLY -> new PayoutSchedule(Interval.WEEKLY, one(DayOfWeek.class, "weekday", weekday), null);
            case MONTHLY -> new PayoutSchedule(Interval.MONTHLY, null, day(day));
            case MANUAL -> new PayoutSchedule(Interval.MANUAL, null, null);
        };
    }

    private static <E extends Enum<E>> E one(Class<E> choices, String field, String word) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> Wire.name(choice).equals(word))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at(field, "choice"));
    }

    private static int day(String day) {
        int number = day.matches("\\d{1,2}") ? Integer.parseInt(day) : 0;
        if (number < 1 || number > LONGEST_MONTH) throw InvalidInput.at("day", "day_of_month");
        return number;
    }
}
