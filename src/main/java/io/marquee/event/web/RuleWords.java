package io.marquee.event.web;

import io.marquee.event.series.Recurrence;
import io.marquee.event.series.SeriesView;
import io.marquee.platform.web.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A rule as people say it: "every 2 weeks on Tuesday and Thursday, 10 times". Rules that nobody would say stay as written. */
public final class RuleWords {
    private static final List<String> SAID =
            List.of("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "COUNT", "UNTIL", "WKST");
    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private RuleWords() {}

    public static String of(SeriesView series, Text text) {
        return of(series.recurrence(), series.timeZone(), text);
    }

    public static String of(Recurrence rule, ZoneId zone, Text text) {
        boolean said = Arrays.stream(rule.rule().split(";"))
                .allMatch(part -> SAID.contains(part.substring(0, part.indexOf('='))));
        String every = every(rule, text);
        String on = said ? on(rule, text) : null;
        if (on == null) return rule.rule();
        return Stream.of(every, on, end(rule, zone, text))
                .filter(words -> !words.isEmpty())
                .reduce((one, other) -> one + other)
                .orElse(every);
    }

    private static String every(Recurrence rule, Text text) {
        int interval = Integer.parseInt(Objects.requireNonNullElse(rule.part("INTERVAL"), "1"));
        String frequency = Objects.requireNonNullElse(rule.part("FREQ"), "").toLowerCase(java.util.Locale.ROOT);
        return text.get("series.every." + frequency, interval);
    }

    /** @return null where nobody would say it; empty where there is nothing to say */
    private static @org.jspecify.annotations.Nullable String on(Recurrence rule, Text text) {
        String days = rule.part("BYDAY");
        String number = rule.part("BYMONTHDAY");
        if (days != null && number != null) return null;
        if (number != null) {
            return number.matches("\\d+") ? text.get("series.on.number", Integer.valueOf(number)) : null;
        }
        if (days == null) return "";
        if (days.matches("[A-Z,]+")) {
            List<String> names =
                    Arrays.stream(days.split(",")).map(day -> name(day, text)).toList();
            return text.get("series.on.days", joined(names, text));
        }
        return days.matches("(-1|[1-5])[A-Z]{2}")
                ? text.get(
                        "series.on." + days.substring(0, days.length() - 2),
                        name(days.substring(days.length() - 2), text))
                : null;
    }

    private static String end(Recurrence rule, ZoneId zone, Text text) {
        LocalDateTime until = rule.until(zone);
        Integer count = rule.count();
        if (count != null) return text.get("series.end.count", count);
        return until == null ? "" : text.get("series.end.until", text.shortDate(until.toLocalDate()));
    }

    private static String joined(List<String> names, Text text) {
        return names.size() == 1
                ? names.getFirst()
                : text.get("series.and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    /** "Monday". */
    public static String name(String day, Text text) {
        return DayOfWeek.of(WEEKDAYS.indexOf(day) + 1).getDisplayName(TextStyle.FULL_STANDALONE, text.locale());
    }

    /** "MO": as rules write the weekday of a date. */
    public static String code(LocalDate day) {
        return WEEKDAYS.get(day.getDayOfWeek().getValue() - 1);
    }
}
