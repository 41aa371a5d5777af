package io.marquee.trail.web;

import io.marquee.platform.web.Text;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as they stand in a table, said as people say them. What people wrote themselves is theirs, and stays as it is. */
final class TrailWords {
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([+-]\\d\\d:\\d\\d|Z)");
    private static final Pattern LOCAL = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d)(:00)?");
    private static final Pattern LIST = Pattern.compile("\\[\"[^\"{}]*\"(, ?\"[^\"{}]*\")*]");
    private static final Pattern WIRE = Pattern.compile("[a-z]+(_[a-z]+)+");

    private static final Set<String> BOOLEANS = Set.of(
            "active",
            "add_on",
            "all_day",
            "allowed",
            "approval",
            "approval_required",
            "at_door",
            "hidden",
            "keep_card",
            "new_date_known",
            "on_fees",
            "on_top",
            "open",
            "personal",
            "publish",
            "required",
            "shared",
            "stake",
            "ticketing",
            "unlocks",
            "whole_cart");
    private static final Set<String> TIMES = Set.of("starts_local", "ends_local", "postponed_from", "until");
    private static final Set<String> LISTS = Set.of(
            "event_types",
            "gates",
            "grants",
            "only_when",
            "options",
            "parts",
            "questions",
            "scopes",
            "tags",
            "ticket_types");
    /** Whose values only programs say to each other. */
    private static final Set<String> WIRES = Set.of(
            "category",
            "event_types",
            "grants",
            "kind",
            "parts",
            "per",
            "phase",
            "provider",
            "role",
            "rule",
            "scopes",
            "state",
            "type",
            "visibility");

    private TrailWords() {}

    static String of(String field, String value, ZoneId zone, Text text) {
        if (field.equals("state") && text.has("ui.state." + value)) {
            return text.get("ui.state." + value);
        } else if (BOOLEANS.contains(field)) {
            return text.get(value.equals("true") ? "trail.true" : "trail.false");
        } else if (field.endsWith("_at") || TIMES.contains(field)) {
            return time(value, zone, text);
        } else if (LISTS.contains(field) && LIST.matcher(value).matches()) {
            return Arrays.stream(value.substring(2, value.length() - 2).split("\", ?\""))
                    .map(one -> WIRES.contains(field) ? spaced(one) : one)
                    .collect(Collectors.joining(", "));
        } else {
            return WIRES.contains(field) ? spaced(value) : value;
        }
    }

    /** What only programs say to each other, "checked_in", read as words. */
    static String spaced(String value) {
        return WIRE.matcher(value).matches() ? value.replace('_', ' ') : value;
    }

    private static String time(String value, ZoneId zone, Text text) {
        if (!INSTANT.matcher(value).matches()) return LOCAL.matcher(value).replaceFirst("$1 $2");
        try {
            return text.dateTime(OffsetDateTime.parse(value).toInstant(), zone);
        } catch (DateTimeException noTime) {
            return value;
        }
    }
}
