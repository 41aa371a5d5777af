package io.marquee.trail.web;

import io.marquee.audit.TrailEntry;
import io.marquee.audit.TrailNames;
import io.marquee.platform.web.Text;
import io.marquee.trail.Deed;
import io.marquee.trail.Restoring;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Entries in words. */
@Component
class TrailRows {
    private static final int LONGEST = 300;

    private final Restoring restoring;
    private final List<TrailNames> known;

    TrailRows(Restoring restoring, List<TrailNames> known) {
        this.restoring = restoring;
        this.known = known;
    }

    List<TrailView.Row> rows(List<Deed> deeds, String here, ZoneId zone, Text text) {
        List<TrailEntry.Change> changes =
                deeds.stream().flatMap(deed -> deed.entry().changes().stream()).toList();
        Map<String, String> names = names(changes, text);
        return deeds.stream().map(deed -> row(deed, names, here, zone, text)).toList();
    }

    /** What would be set back. */
    List<TrailView.Change> differences(List<Restoring.Difference> differences, ZoneId zone, Text text) {
        List<TrailEntry.Change> changes = differences.stream()
                .map(one -> new TrailEntry.Change(one.field(), one.now(), one.then(), false))
                .toList();
        Map<String, String> names = names(changes, text);
        return changes.stream()
                .map(change -> change(change, false, names, zone, text))
                .toList();
    }

    /** By the ids that the changes speak of. */
    private Map<String, String> names(List<TrailEntry.Change> changes, Text text) {
        Map<String, String> names = new HashMap<>();
        known.forEach(one -> {
            Set<UUID> ids = ids(changes, one.field());
            if (ids.isEmpty()) return;
            ids.forEach(id -> names.put(id.toString(), text.get("trail.erased")));
            one.of(ids).forEach((id, name) -> names.put(id.toString(), name));
        });
        return names;
    }

    private static Set<UUID> ids(List<TrailEntry.Change> changes, String field) {
        return changes.stream()
                .filter(change -> change.field().equals(field))
                .flatMap(change -> Stream.of(change.before(), change.after()))
                .filter(Objects::nonNull)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    private TrailView.Row row(Deed deed, Map<String, String> names, String here, ZoneId zone, Text text) {
        TrailEntry entry = deed.entry();
        return new TrailView.Row(
                text.get("trail.did." + entry.action(), subject(entry.subject(), text)),
                who(deed, text),
                entry.actorKind().equals("person") && entry.actorId() != null
                        ? here + "?actor=" + entry.actorId()
                        : null,
                entry.at(),
                text.dateTime(entry.at(), zone),
                Stream.of(entry.address(), entry.request())
                        .filter(part -> part != null)
                        .collect(Collectors.joining(" · ")),
                entry.reason() == null ? null : TrailWords.spaced(entry.reason()),
                entry.changes().stream()
                        .filter(TrailRows::says)
                        .map(change -> change(change, entry.action().equals("made"), names, zone, text))
                        .toList(),
                here + "?thing=" + entry.subjectId(),
                restoring.isRestorable(entry) ? "/manage/trail/" + entry.id() + "/restoration" : null);
    }

    /** What was empty and still is, as most of what is made, says nothing. */
    private static boolean says(TrailEntry.Change change) {
        return change.erased() || !isEmpty(change.before()) || !isEmpty(change.after());
    }

    private static boolean isEmpty(@Nullable String value) {
        return value == null || value.isEmpty() || value.equals("[]");
    }

    static String subject(String subject, Text text) {
        String key = "trail.subject." + subject;
        return text.has(key) ? text.get(key) : subject.replace('_', ' ');
    }

    private static String field(String field, Text text) {
        String key = "trail.field." + field;
        return text.has(key) ? text.get(key) : field.replace('_', ' ');
    }

    private static String value(String field, @Nullable String value, ZoneId zone, Text text) {
        if (value == null || isEmpty(value)) return text.get("trail.nothing");
        String said = TrailWords.of(field, value, zone, text);
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
    }

    private static String who(Deed deed, Text text) {
        if (deed.by() != null) return deed.by();
        String key = "trail.who." + deed.entry().actorKind();
        return text.has(key) ? text.get(key) : deed.entry().actorKind();
    }

    private static TrailView.Change change(
            TrailEntry.Change change, boolean made, Map<String, String> names, ZoneId zone, Text text) {
        String gone = text.get("trail.erased");
        return new TrailView.Change(
                field(change.field(), text),
                made && isEmpty(change.before())
                        ? ""
                        : change.erased() && change.before() == null
                                ? gone
                                : value(change.field(), named(change.before(), names), zone, text),
                change.erased() && change.after() == null
                        ? gone
                        : value(change.field(), named(change.after(), names), zone, text));
    }

    private static @Nullable String named(@Nullable String value, Map<String, String> names) {
        return value == null ? null : names.getOrDefault(value, value);
    }
}
