package io.marquee.integration;

import io.marquee.event.Category;
import io.marquee.event.DetailsBuilder;
import io.marquee.event.EventDetails;
import io.marquee.event.EventType;
import io.marquee.kernel.InvalidInput;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event of a row, or says why not. A date without a time is a whole day in the zone of its place where that is clear,
 * else in the chosen one.
 */
final class RowReader {
    /** An event without a place is one that is joined through its website. */
    private static final Pattern ONLINE = Pattern.compile("(?i)online|virtual|remote");

    private static final Set<String> TECHNOLOGY = Set.of(
            "accessibility",
            "android",
            "api",
            "cfml",
            "clojure",
            "cpp",
            "css",
            "data",
            "devops",
            "dotnet",
            "elixir",
            "general",
            "golang",
            "graphql",
            "groovy",
            "identity",
            "ios",
            "iot",
            "java",
            "javascript",
            "kotlin",
            "leadership",
            "networking",
            "opensource",
            "performance",
            "php",
            "product",
            "python",
            "ruby",
            "rust",
            "scala",
            "security",
            "sre",
            "tech-comm",
            "testing",
            "typescript",
            "ux");
    private static final Pattern CONFERENCE =
            Pattern.compile("(?i)conf|con\\b|summit|congress|forum|days?\\b|pycon|pydata|world|fest\\b");

    private final Mapping mapping;
    private final ZoneId chosen;

    RowReader(Mapping mapping, ZoneId chosen) {
        this.mapping = mapping;
        this.chosen = chosen;
    }

    /**
     * An event that a row stands for.
     *
     * @param key name, start date and city, case and spaces aside: two rows with the same are the same event
     */
    record Reading(int line, String key, EventDetails details) {}

    /** @throws InvalidInput with what is wrong with the row */
    Reading read(ImportFile.Row row) {
        if (row.broken()) {
            throw InvalidInput.at("line", "broken_line");
        }
        String title = required(row, Target.TITLE, "title");
        String place = value(row, Target.CITY);
        String country = Countries.code(value(row, Target.COUNTRY));
        ZoneId zone = zone(row, country, place);
        TypedDate start = date("startsAt", required(row, Target.STARTS_AT, "startsAt"));
        String endTyped = value(row, Target.ENDS_AT);
        TypedDate end = endTyped == null ? start : date("endsAt", endTyped);
        boolean allDay = !start.hasTime() && !end.hasTime();
        LocalDateTime from = start.in(zone);
        boolean online = (place == null || ONLINE.matcher(place).matches()) && value(row, Target.VENUE) == null;
        EventDetails details = details(row, title, from, until(from, end.in(zone), start, end), zone)
                .allDay(allDay)
                .city(online ? null : city(place, country))
                .country(country)
                .onlineUrl(online ? webAddress(value(row, Target.WEBSITE)) : null)
                .build();
        return new Reading(row.line(), key(title, from, place), details);
    }

    /** What the same event was listed under elsewhere is one more tag. */
    static EventDetails merged(EventDetails first, EventDetails second) {
        List<String> tags = java.util.stream.Stream.concat(first.tags().stream(), second.tags().stream())
                .distinct()
                .toList();
        return first.but().tags(tags).build();
    }

    private DetailsBuilder details(
            ImportFile.Row row, String title, LocalDateTime from, LocalDateTime until, ZoneId zone) {
        List<String> tags = tags(value(row, Target.TAGS));
        return EventDetails.of(title, from, until, zone)
                .type(type(title))
                .category(category(tags))
                .tags(tags)
                .summary(orEmpty(value(row, Target.SUMMARY)))
                .description(orEmpty(value(row, Target.DESCRIPTION)))
                .venue(value(row, Target.VENUE))
                .address(value(row, Target.ADDRESS))
                .website(webAddress(value(row, Target.WEBSITE)))
                .ticketing(false);
    }

    /** Whole days last until the midnight after the last one. */
    private static LocalDateTime until(LocalDateTime from, LocalDateTime end, TypedDate start, TypedDate last) {
        if (!last.hasTime()) {
            LocalDateTime midnight = end.toLocalDate().plusDays(1).atTime(LocalTime.MIDNIGHT);
            return start.hasTime() && !midnight.isAfter(from) ? from.plusHours(1) : midnight;
        }
        return end.equals(from) ? from.plusHours(1) : end;
    }

    private ZoneId zone(ImportFile.Row row, @Nullable String country, @Nullable String place) {
        String typed = value(row, Target.TIME_ZONE);
        if (typed != null) {
            if (!ZoneId.getAvailableZoneIds().contains(typed)) {
                throw InvalidInput.at("timeZone", "unknown_time_zone", typed);
            }
            return ZoneId.of(typed);
        }
        ZoneId clear = Zones.of(country, place);
        return clear == null ? chosen : clear;
    }

    private static TypedDate date(String field, String typed) {
        TypedDate date = TypedDate.parse(typed);
        if (date == null) {
            throw InvalidInput.at(field, "unclear_date", typed);
        }
        return date;
    }

    /** {@code Petaluma, California, United States of America} is the city {@code Petaluma, California}. */
    private static @Nullable String city(@Nullable String place, @Nullable String country) {
        if (place == null) {
            return null;
        }
        int last = place.lastIndexOf(',');
        String tail = last < 0 ? "" : place.substring(last + 1).strip();
        return country != null && tail.length() > 2 && country.equals(Countries.code(tail))
                ? place.substring(0, last).strip()
                : place;
    }

    private static String key(String title, LocalDateTime from, @Nullable String place) {
        return plain(title) + "|" + from.toLocalDate() + "|" + plain(orEmpty(place));
    }

    private static EventType type(String title) {
        if (title.toLowerCase(Locale.ROOT).contains("workshop")) {
            return EventType.WORKSHOP;
        }
        return CONFERENCE.matcher(title).find() ? EventType.CONFERENCE : EventType.OTHER;
    }

    private static Category category(List<String> tags) {
        return tags.stream().anyMatch(TECHNOLOGY::contains) ? Category.TECHNOLOGY : Category.OTHER;
    }

    private static List<String> tags(@Nullable String typed) {
        return typed == null
                ? List.of()
                : Arrays.stream(typed.split("[,;]"))
                        .map(RowReader::plain)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList();
    }

    private String required(ImportFile.Row row, Target target, String field) {
        String value = value(row, target);
        if (value == null) {
            throw InvalidInput.at(field, "required");
        }
        return value;
    }

    private @Nullable String value(ImportFile.Row row, Target target) {
        String column = mapping.column(target);
        String value = column == null ? null : row.values().get(column);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** People leave the scheme out, and paste spaces. */
    private static @Nullable String webAddress(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String spaced = typed.replace(" ", "%20");
        return spaced.matches("(?i)[a-z][a-z0-9+.-]*:.*") ? spaced : "https://" + spaced;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
