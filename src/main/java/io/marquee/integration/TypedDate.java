package io.marquee.integration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as people type it, with or without a time: ISO 8601; 1.3.2025; 3/1/2025 where one of the numbers can only be the
 * day; 1 March 2025 and March 1, 2025 in English and German.
 *
 * @param offset whether it came with an offset: then {@code dateTime} must be moved to the event's zone
 */
record TypedDate(
        LocalDateTime dateTime, boolean hasTime, @Nullable OffsetDateTime offset) {
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final List<DateTimeFormatter> DATES = List.of(
            format("uuuu-M-d", Locale.ROOT),
            format("uuuu/M/d", Locale.ROOT),
            format("d.M.uuuu", Locale.ROOT),
            format("d MMMM uuuu", Locale.ENGLISH),
            format("d MMM uuuu", Locale.ENGLISH),
            format("MMMM d, uuuu", Locale.ENGLISH),
            format("MMM d, uuuu", Locale.ENGLISH),
            format("d. MMMM uuuu", Locale.GERMAN));
    private static final List<DateTimeFormatter> TIMES =
            List.of(format("H:mm", Locale.ROOT), format("H:mm:ss", Locale.ROOT), format("h:mm a", Locale.ENGLISH));

    /** @return null when it is no date, or one that could mean two days */
    static @Nullable TypedDate parse(String typed) {
        String text = typed.strip();
        TypedDate iso = offset(text);
        if (iso != null) {
            return iso;
        }
        LocalDate whole = date(text);
        if (whole != null) {
            return new TypedDate(whole.atStartOfDay(), false, null);
        }
        int cut = text.indexOf('T') > 0 ? text.indexOf('T') : text.lastIndexOf(' ');
        for (; cut > 0; cut = text.lastIndexOf(' ', cut - 1)) {
            TypedDate both = both(text.substring(0, cut), text.substring(cut + 1));
            if (both != null) {
                return both;
            }
        }
        return null;
    }

    LocalDateTime in(ZoneId zone) {
        return offset == null ? dateTime : offset.atZoneSameInstant(zone).toLocalDateTime();
    }

    private static @Nullable TypedDate both(String day, String clock) {
        LocalDate date = date(day.strip());
        for (DateTimeFormatter format : TIMES) {
            try {
                if (date != null) {
                    return new TypedDate(date.atTime(java.time.LocalTime.parse(clock.strip(), format)), true, null);
                }
            } catch (DateTimeException e) {
                // the next form may fit
            }
        }
        return null;
    }

    private static @Nullable TypedDate offset(String text) {
        try {
            OffsetDateTime at = OffsetDateTime.parse(text);
            return new TypedDate(at.toLocalDateTime(), true, at);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate date(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeException e) {
                // the next form may fit
            }
        }
        return slashed(text);
    }

    private static @Nullable LocalDate slashed(String text) {
        Matcher parts = SLASHED.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        int first = Integer.parseInt(parts.group(1));
        int second = Integer.parseInt(parts.group(2));
        if (first <= 12 && second <= 12 && first != second) {
            return null;
        }
        try {
            int year = Integer.parseInt(parts.group(3));
            return first > 12 ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static DateTimeFormatter format(String pattern, Locale locale) {
        return new java.time.format.DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(locale)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
