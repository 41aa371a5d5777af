package io.marquee.payout;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.PayoutSchedule;
import io.marquee.payment.provider.PayoutSchedule.Interval;
import java.time.DayOfWeek;
import java.util.Arrays;

/** Schedules of payouts as people write them. */
public final class Schedules {
    /** After an event's end, unless its owner says otherwise. */
    public static final int USUAL_DAYS = 3;

    private static final int LONGEST_MONTH = 31;
    private static final int MOST_DAYS = 30;

    private Schedules() {}

    /** @throws InvalidInput where a weekly one has no weekday, or a monthly one no day */
    public static PayoutPlan parsed(String interval, String weekday, String day, String days) {
        if (interval.equals(PayoutPlan.AFTER_EVENTS)) {
            return new PayoutPlan(PayoutPlan.of(Interval.MANUAL).schedule(), days(days));
        }
        return switch (one(Interval.class, "interval", interval)) {
            case DAILY -> PayoutPlan.of(Interval.DAILY);
            case WEEKLY ->
                new PayoutPlan(
                        new PayoutSchedule(Interval.WEEKLY, one(DayOfWeek.class, "weekday", weekday), null), null);
            case MONTHLY -> new PayoutPlan(new PayoutSchedule(Interval.MONTHLY, null, day(day)), null);
            case MANUAL -> PayoutPlan.of(Interval.MANUAL);
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

    private static int days(String days) {
        if (days.isEmpty()) return USUAL_DAYS;
        int number = days.matches("\\d{1,2}") ? Integer.parseInt(days) : MOST_DAYS + 1;
        if (number > MOST_DAYS) throw InvalidInput.at("days", "days_after_event");
        return number;
    }
}
