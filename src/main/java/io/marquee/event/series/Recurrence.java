package io.marquee.event.series;

import io.marquee.kernel.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/**
 * A rule of RFC 5545 by days. It is counted on the calendar and the clock of the place, without a zone, so that an evening stays
 * at its hour over a change of the clocks; the library is never given a zone for the same reason. The first date is the event's
 * own and counts, whether the rule gives it or not.
 */
public record Recurrence(String rule) {
    private static final int LONGEST = 200;
    private static final int MOST = 1_000;
    private static final int LARGEST_INTERVAL = 99;
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    private static final Set<String> HOURS = Set.of("BYHOUR", "BYMINUTE", "BYSECOND");
    private static final String SIGNED = "[+-]?[1-9]\\d{0,2}(,[+-]?[1-9]\\d{0,2}){0,30}";
    private static final String WEEKDAY = "([+-]?[1-9]\\d?)?(MO|TU|WE|TH|FR|SA|SU)";
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("FREQ", "[A-Z]+"),
            Map.entry("INTERVAL", "\\d{1,2}"),
            Map.entry("COUNT", "\\d{1,4}"),
            Map.entry("UNTIL", "\\d{8}(T\\d{6}Z?)?"),
            Map.entry("WKST", "MO|TU|WE|TH|FR|SA|SU"),
            Map.entry("BYDAY", WEEKDAY + "(," + WEEKDAY + "){0,30}"),
            Map.entry("BYMONTHDAY", SIGNED),
            Map.entry("BYYEARDAY", SIGNED),
            Map.entry("BYWEEKNO", SIGNED),
            Map.entry("BYMONTH", SIGNED),
            Map.entry("BYSETPOS", SIGNED));

    /** @throws InvalidInput at {@code rule} for what is no rule, or one by hours */
    public static Recurrence parse(String typed) {
        String rule = typed.strip().toUpperCase(Locale.ROOT).replaceFirst("^RRULE:", "");
        if (rule.isEmpty()) throw InvalidInput.at("rule", "required");
        Map<String, String> parts = parts(rule);
        boolean byHours = parts.keySet().stream().anyMatch(HOURS::contains)
                || Set.of("HOURLY", "MINUTELY", "SECONDLY").contains(parts.getOrDefault("FREQ", ""));
        InvalidInput.gather()
                .check(!byHours, "rule", "recurrence_by_hours")
                .check(byHours || rule.length() <= LONGEST && isOne(parts), "rule", "recurrence")
                .check(!(parts.containsKey("COUNT") && parts.containsKey("UNTIL")), "rule", "recurrence_ends_twice")
                .orThrow();
        Recurrence recurrence = new Recurrence(rule);
        recurrence.requireReadable();
        return recurrence;
    }

    private static boolean isOne(Map<String, String> parts) {
        String interval = parts.getOrDefault("INTERVAL", "1");
        String count = parts.getOrDefault("COUNT", "1");
        boolean known = parts.entrySet().stream()
                .allMatch(part ->
                        PARTS.containsKey(part.getKey()) && part.getValue().matches(PARTS.get(part.getKey())));
        // an "every second Monday" needs a month or a year to count in
        boolean counted = parts.getOrDefault("BYDAY", "").matches(".*\\d.*");
        boolean countable = Set.of("MONTHLY", "YEARLY").contains(parts.getOrDefault("FREQ", ""));
        return known
                && FREQUENCIES.contains(parts.getOrDefault("FREQ", ""))
                && within(interval, LARGEST_INTERVAL)
                && within(count, MOST)
                && (!counted || countable);
    }

    private static boolean within(String number, int most) {
        return number.matches("\\d{1,4}") && Integer.parseInt(number) >= 1 && Integer.parseInt(number) <= most;
    }

    private void requireReadable() {
        try {
            until(ZoneOffset.UTC);
            recur();
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw InvalidInput.at("rule", "recurrence");
        }
    }

    /** A part's value, such as {@code FREQ}; null where the rule does not say it. */
    public @Nullable String part(String name) {
        return parts(rule).get(name);
    }

    /** After how many dates it is over; null where that is not how it ends. */
    public @Nullable Integer count() {
        String count = part("COUNT");
        return count == null ? null : Integer.valueOf(count);
    }

    /** The last moment that can be a date, on the clock of the place; null where that is not how it ends. */
    public @Nullable LocalDateTime until(ZoneId zone) {
        String until = part("UNTIL");
        if (until == null) return null;
        LocalDate day = LocalDate.parse(until.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
        if (until.length() == 8) return day.atTime(LocalTime.MAX);
        LocalDateTime time = day.atTime(LocalTime.parse(until.substring(9, 15), DateTimeFormatter.ofPattern("HHmmss")));
        return until.endsWith("Z")
                ? time.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime()
                : time;
    }

    /** The rule's dates in order, from the first one until this moment, which is included. */
    public List<LocalDateTime> dates(LocalDateTime first, ZoneId zone, LocalDateTime until) {
        LocalDateTime over = until(zone);
        LocalDateTime last = over == null || over.isAfter(until) ? until : over;
        TreeSet<LocalDateTime> dates = new TreeSet<>(recur().getDates(first, first, last.plusSeconds(1)));
        dates.add(first);
        Integer count = count();
        return dates.stream()
                .limit(count == null ? Long.MAX_VALUE : count)
                .filter(date -> !date.isAfter(last) || date.equals(first))
                .toList();
    }

    /** How it ends is not the library's: it would read an end in days as their midnight. */
    private Recur<LocalDateTime> recur() {
        Map<String, String> parts = new LinkedHashMap<>(parts(rule));
        parts.remove("COUNT");
        parts.remove("UNTIL");
        return new Recur<>(written(parts));
    }

    private static String written(Map<String, String> parts) {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
    }

    private static Map<String, String> parts(String rule) {
        Map<String, String> parts = new LinkedHashMap<>();
        List<String> doubled = new ArrayList<>();
        for (String part : rule.split(";")) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            if (parts.put(name, equals < 0 ? "" : part.substring(equals + 1)) != null) doubled.add(name);
        }
        doubled.forEach(name -> parts.put(name, ""));
        return parts;
    }
}
