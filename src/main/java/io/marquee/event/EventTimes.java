package io.marquee.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The instants of an event's local times. Where the clocks go forward, a time that does not exist is moved on by the gap
 * (02:30 is 03:30). Where they go back, a time that is there twice means the first; an end that would then not come after
 * the start means the second.
 */
record EventTimes(Instant startsAt, Instant endsAt) {

    static EventTimes of(LocalDateTime start, LocalDateTime end, ZoneId zone) {
        Instant starts = start.atZone(zone).toInstant();
        ZonedDateTime ends = end.atZone(zone);
        Instant first = ends.withEarlierOffsetAtOverlap().toInstant();
        return new EventTimes(
                starts,
                first.isAfter(starts) ? first : ends.withLaterOffsetAtOverlap().toInstant());
    }

    static EventTimes of(EventDetails details) {
        return of(details.startsAt(), details.endsAt(), details.timeZone());
    }

    boolean inOrder() {
        return endsAt.isAfter(startsAt);
    }

    /** The midnight that begins the day. */
    static LocalDateTime firstMidnight(LocalDateTime start) {
        return start.toLocalDate().atStartOfDay();
    }

    /** The midnight after the last day: an end at a midnight after the start already is one. */
    static LocalDateTime lastMidnight(LocalDateTime start, LocalDateTime end) {
        boolean isOne = end.toLocalTime().equals(LocalTime.MIDNIGHT) && end.isAfter(firstMidnight(start));
        return isOne ? end : end.toLocalDate().plusDays(1).atStartOfDay();
    }
}
