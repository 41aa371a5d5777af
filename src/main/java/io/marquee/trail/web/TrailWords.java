package io.marquee.trail.web;

import io.marquee.platform.web.Text;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** Values as they stand in a table, said as people say them. */
final class TrailWords {
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([+-]\\d\\d:\\d\\d|Z)");
    private static final Pattern LOCAL = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d)(:00)?");
    private static final Pattern WORDS = Pattern.compile("\\[\"[^\"{}]*\"(, ?\"[^\"{}]*\")*]");
    private static final Pattern WIRE = Pattern.compile("[a-z]+(_[a-z]+)+");

    private TrailWords() {}

    static String of(String field, String value, ZoneId zone, Text text) {
        if (field.equals("state") && text.has("ui.state." + value)) return text.get("ui.state." + value);
        if (value.equals("true")) return text.get("trail.true");
        if (value.equals("false")) return text.get("trail.false");
        if (INSTANT.matcher(value).matches()) return instant(value, zone, text);
        if (LOCAL.matcher(value).matches()) return LOCAL.matcher(value).replaceFirst("$1 $2");
        if (WORDS.matcher(value).matches()) {
            return spaced(value.substring(2, value.length() - 2).replaceAll("\", ?\"", ", "));
        }
        return spaced(value);
    }

    /** What only programs say to each other, "checked_in", read as words. */
    static String spaced(String value) {
        return WIRE.matcher(value).matches() ? value.replace('_', ' ') : value;
    }

    /** Somebody may have typed what only looks like a time. */
    private static String instant(String value, ZoneId zone, Text text) {
        try {
            return text.dateTime(OffsetDateTime.parse(value).toInstant(), zone);
        } catch (DateTimeException noTime) {
            return value;
        }
    }
}
