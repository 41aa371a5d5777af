package io.marquee.escrow;

import io.marquee.kernel.InvalidInput;
import java.time.Duration;

/**
 * What an event's team decided about its stakes.
 *
 * @param delayHours after the event's end, until no-shows are settled: scanners that were offline bring theirs meanwhile
 * @param forgiveDays after that, how long a lost stake can still be given back
 * @param keepCard whether nothing is taken at first, where that can be: a card is kept, and charged only of who does not come
 */
public record StakeTerms(int delayHours, int forgiveDays, boolean keepCard) {
    public static final StakeTerms USUAL = new StakeTerms(24, 30, false);
    public static final int LONGEST_DELAY_HOURS = 720;
    public static final int LONGEST_FORGIVE_DAYS = 365;

    /** @throws InvalidInput */
    void check() {
        InvalidInput.gather()
                .check(
                        delayHours >= 0 && delayHours <= LONGEST_DELAY_HOURS,
                        "delayHours",
                        "range",
                        0,
                        LONGEST_DELAY_HOURS)
                .check(
                        forgiveDays >= 0 && forgiveDays <= LONGEST_FORGIVE_DAYS,
                        "forgiveDays",
                        "range",
                        0,
                        LONGEST_FORGIVE_DAYS)
                .orThrow();
    }

    Duration delay() {
        return Duration.ofHours(delayHours);
    }

    Duration mercy() {
        return Duration.ofDays(forgiveDays);
    }
}
