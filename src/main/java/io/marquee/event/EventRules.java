package io.marquee.event;

import io.marquee.kernel.InvalidInput;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an event's details must be, whoever sends them. */
final class EventRules {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_SUMMARY = 300;
    static final int LONGEST_DESCRIPTION = 50_000;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_URL = 500;
    private static final int LONGEST_QUESTIONS = 20_000;
    private static final int LONGEST_POLICY = 5_000;
    private static final int MOST_TAGS = 20;
    private static final int LONGEST_TAG = 40;
    private static final int MOST_PEOPLE = 10_000_000;
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final LocalDateTime LATEST = LocalDateTime.of(2200, 1, 1, 0, 0);
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private EventRules() {}

    /**
     * The details as they are kept: stripped, without control characters, tags in lower case, all-day events from midnight
     * to midnight.
     *
     * @throws InvalidInput with every rule that they break
     */
    static EventDetails checked(EventDetails typed) {
        EventDetails details = clean(typed);
        InvalidInput.Gatherer broken = InvalidInput.gather();
        checkWords(details, broken);
        checkTimes(details, broken);
        checkPlace(details, broken);
        checkNumbers(details, broken);
        broken.orThrow();
        return details;
    }

    private static EventDetails clean(EventDetails d) {
        DetailsBuilder clean = d.but()
                .title(line(d.title()))
                .summary(line(d.summary()))
                .description(text(d.description()))
                .tags(d.tags().stream()
                        .map(tag -> line(tag).toLowerCase(Locale.ROOT))
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList())
                .venue(lineOrNull(d.venue()))
                .address(lineOrNull(d.address()))
                .city(lineOrNull(d.city()))
                .country(d.country() == null ? null : lineOrNull(d.country().toUpperCase(Locale.ROOT)))
                .onlineUrl(lineOrNull(d.onlineUrl()))
                .website(lineOrNull(d.website()))
                .refundPolicy(text(d.refundPolicy()));
        if (d.allDay() && isInRange(d.startsAt()) && isInRange(d.endsAt())) {
            clean.startsAt(EventTimes.firstMidnight(d.startsAt()))
                    .endsAt(EventTimes.lastMidnight(d.startsAt(), d.endsAt()));
        }
        return clean.build();
    }

    private static void checkWords(EventDetails d, InvalidInput.Gatherer broken) {
        broken.check(!d.title().isEmpty(), "title", "required");
        longest(broken, "title", d.title(), LONGEST_TITLE);
        longest(broken, "summary", d.summary(), LONGEST_SUMMARY);
        longest(broken, "description", d.description(), LONGEST_DESCRIPTION);
        longest(broken, "refundPolicy", d.refundPolicy(), LONGEST_POLICY);
        longest(broken, "page", d.page().block(PageBlock.Kind.QUESTIONS).text(), LONGEST_QUESTIONS);
        broken.check(d.tags().size() <= MOST_TAGS, "tags", "too_many_tags", MOST_TAGS);
        broken.check(d.tags().stream().allMatch(tag -> tag.length() <= LONGEST_TAG), "tags", "too_long", LONGEST_TAG);
    }

    private static void checkTimes(EventDetails d, InvalidInput.Gatherer broken) {
        boolean zone = ZONES.contains(d.timeZone().getId());
        broken.check(zone, "timeZone", "unknown_time_zone", d.timeZone().getId());
        broken.check(isInRange(d.startsAt()), "startsAt", "date_out_of_range");
        broken.check(isInRange(d.endsAt()), "endsAt", "date_out_of_range");
        if (zone && isInRange(d.startsAt()) && isInRange(d.endsAt())) {
            EventTimes times = EventTimes.of(d);
            broken.check(times.inOrder(), "endsAt", "end_before_start");
            broken.check(
                    Duration.between(times.startsAt(), times.endsAt()).compareTo(LONGEST) <= 0,
                    "endsAt",
                    "event_too_long",
                    LONGEST.toDays());
            broken.check(
                    d.registrationClosesAt() == null
                            || !d.registrationClosesAt().isAfter(times.endsAt()),
                    "registrationClosesAt",
                    "after_end");
        }
    }

    private static void checkPlace(EventDetails d, InvalidInput.Gatherer broken) {
        longest(broken, "venue", d.venue(), LONGEST_LINE);
        longest(broken, "address", d.address(), LONGEST_LINE);
        longest(broken, "city", d.city(), LONGEST_LINE);
        broken.check(d.country() == null || COUNTRIES.contains(d.country()), "country", "unknown_country");
        broken.check(isAddress(d.onlineUrl()), "onlineUrl", "not_a_web_address");
        broken.check(isAddress(d.website()), "website", "not_a_web_address");
    }

    private static void checkNumbers(EventDetails d, InvalidInput.Gatherer broken) {
        within(broken, "capacity", d.capacity(), 1, MOST_PEOPLE);
        within(broken, "minimumAge", d.minimumAge(), 0, 120);
        within(broken, "hue", d.hue(), 0, 359);
    }

    private static void longest(InvalidInput.Gatherer broken, String field, @Nullable String text, int most) {
        broken.check(text == null || text.length() <= most, field, "too_long", most);
    }

    private static void within(
            InvalidInput.Gatherer broken, String field, @Nullable Integer number, int low, int high) {
        broken.check(number == null || number >= low && number <= high, field, "out_of_range", low, high);
    }

    private static boolean isInRange(LocalDateTime time) {
        return time.isAfter(EARLIEST) && time.isBefore(LATEST);
    }

    private static boolean isAddress(@Nullable String url) {
        if (url == null) return true;
        try {
            URI uri = new URI(url);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            // the authority, since the host is null for names with an underscore, which real sites have
            return web && uri.getRawAuthority() != null && url.length() <= LONGEST_URL;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static String line(String typed) {
        return typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static @Nullable String lineOrNull(@Nullable String typed) {
        String line = typed == null ? "" : line(typed);
        return line.isEmpty() ? null : line;
    }

    static String text(String typed) {
        return typed.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
    }
}
