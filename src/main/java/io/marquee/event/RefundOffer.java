package io.marquee.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * That whoever bought before an event was postponed can take their money back by themselves.
 *
 * @param until the last day, in the event's zone
 * @param at since when: who bought later knew the date
 */
public record RefundOffer(LocalDate until, Instant at) {

    /** Whether its last day is not over. */
    boolean stands(Instant now, ZoneId zone) {
        return now.isBefore(until.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
