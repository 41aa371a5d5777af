package io.marquee.event.web;

import io.marquee.event.EventDetails;
import io.marquee.platform.web.Text;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** An event's times in words. */
final class EventTimesText {
    private EventTimesText() {}

    static EventPageView.When when(EventDetails details, Text text) {
        LocalDate first = details.startsAt().toLocalDate();
        LocalDate last = lastDay(details);
        String day = first.equals(last) ? text.date(first) : days(first, last, text);
        return new EventPageView.When(
                first,
                day,
                details.allDay() ? text.get("eventpage.when.all_day") : hours(details, last, text),
                details.allDay() ? null : details.startsAt(),
                details.timeZone());
    }

    /** "Thu 18 Jun 2027, 19:30", "Thu 18 Jun 2027", "Thu 18 Jun – Sat 20 Jun 2027": for lists. */
    static String brief(EventDetails details, Text text) {
        LocalDate first = details.startsAt().toLocalDate();
        LocalDate last = lastDay(details);
        if (!first.equals(last)) return days(first, last, text);
        return details.allDay()
                ? text.shortDate(first)
                : text.shortDate(first) + ", " + text.time(details.startsAt().toLocalTime());
    }

    /** "Thu 18 Jun – Sat 20 Jun 2027": the year once, where it is the same and stands last. */
    private static String days(LocalDate first, LocalDate last, Text text) {
        String from = text.shortDate(first);
        String year = " " + first.getYear();
        boolean once = first.getYear() == last.getYear() && from.endsWith(year);
        return (once ? from.substring(0, from.length() - year.length()) : from) + " – " + text.shortDate(last);
    }

    /** The last day on which something happens: a party until midnight or 4 in the morning belongs to its evening. */
    static LocalDate lastDay(EventDetails details) {
        LocalDate first = details.startsAt().toLocalDate();
        LocalDateTime end = details.endsAt();
        boolean oneNight = !details.allDay() && end.isBefore(first.plusDays(1).atTime(6, 0));
        LocalDate last = oneNight ? first : end.minusNanos(1).toLocalDate();
        return last.isBefore(first) ? first : last;
    }

    private static String hours(EventDetails details, LocalDate last, Text text) {
        LocalDateTime start = details.startsAt();
        if (!start.toLocalDate().equals(last)) return text.range(start, details.endsAt(), details.timeZone());
        return text.time(start.toLocalTime()) + " – "
                + text.time(details.endsAt().toLocalTime()) + " " + text.zone(start, details.timeZone());
    }
}
