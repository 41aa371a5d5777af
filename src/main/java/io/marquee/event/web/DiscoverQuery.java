package io.marquee.event.web;

import io.marquee.event.Category;
import io.marquee.event.EventSearch;
import io.marquee.event.EventType;
import io.marquee.event.Period;
import io.marquee.kernel.Wire;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose on the discover page, as it stands in the address. Values that mean nothing are taken for not chosen: an
 * address that was passed on never ends in an error.
 */
public record DiscoverQuery(
        @Nullable String when,
        @Nullable String from,
        @Nullable String to,
        @Nullable String city,
        @Nullable String category,
        @Nullable String type,
        @Nullable String tag,
        @Nullable String q) {

    /** The place that is everywhere. */
    static final String ONLINE = "online";

    static final String PAST = "past";

    EventSearch search(LocalDate today) {
        boolean online = ONLINE.equals(city);
        return new EventSearch(
                period(today),
                online ? null : city,
                online,
                parsed(Category.class, category),
                parsed(EventType.class, type),
                tag,
                q,
                null);
    }

    private Period period(LocalDate today) {
        LocalDate first = day(from);
        LocalDate last = day(to);
        if (first != null || last != null) return new Period.Days(first, last);
        return switch (Objects.requireNonNullElse(when, "")) {
            case "today" -> Period.TODAY;
            case "weekend" -> weekend(today);
            case "month" -> new Period.Days(today, today.with(TemporalAdjusters.lastDayOfMonth()));
            case PAST -> Period.PAST;
            default -> Period.UPCOMING;
        };
    }

    /** Saturday and Sunday; on a Sunday what is left of them. */
    private static Period.Days weekend(LocalDate today) {
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        LocalDate saturday = sunday.minusDays(1);
        return new Period.Days(today.isAfter(saturday) ? today : saturday, sunday);
    }

    boolean past() {
        return PAST.equals(when);
    }

    /** Whether anything but the time was chosen. */
    boolean narrowed() {
        return !withoutFilters().address().equals(address());
    }

    DiscoverQuery withoutFilters() {
        return new DiscoverQuery(when, null, null, null, null, null, null, null);
    }

    DiscoverQuery at(@Nullable String period) {
        return new DiscoverQuery(period, null, null, city, category, type, tag, q);
    }

    /** The address of this choice, from the top of its list. */
    String address() {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("q", q);
        parameters.put("when", when);
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("city", city);
        parameters.put("category", category);
        parameters.put("type", type);
        parameters.put("tag", tag);
        String query = parameters.entrySet().stream()
                .filter(e -> e.getValue() != null && !e.getValue().isBlank())
                .map(e -> e.getKey() + "=" + EventLinks.encoded(Objects.requireNonNull(e.getValue())))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/discover" : "/discover?" + query;
    }

    String address(@Nullable String cursor) {
        String address = address();
        return cursor == null ? address : address + (address.contains("?") ? "&" : "?") + "cursor=" + cursor;
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            LocalDate day = typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
            return day == null || day.getYear() < 1900 || day.getYear() > 2300 ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static <E extends Enum<E>> @Nullable E parsed(Class<E> type, @Nullable String word) {
        try {
            return word == null || word.isBlank() ? null : Wire.parse(type, word);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
