package io.marquee.planning.web;

import io.marquee.identity.PersonView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.planning.Phase;
import io.marquee.planning.TaskDetails;
import io.marquee.planning.TaskView;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A task as it is typed. Its day is a number of days, and whether they are before the event or after it. */
final class TaskForm {
    private static final String AFTER = "after";
    private final Map<String, String> values;

    TaskForm(Map<String, String> values) {
        this.values = values;
    }

    static TaskForm of(TaskView known) {
        TaskDetails task = known.details();
        Integer days = task.dueDays();
        PersonId owner = task.owner();
        return new TaskForm(Map.of(
                "version",
                String.valueOf(known.version()),
                "title",
                task.title(),
                "note",
                task.note(),
                "phase",
                Wire.name(task.phase()),
                "owner",
                owner == null ? "" : owner.toString(),
                "dueDays",
                days == null ? "" : String.valueOf(Math.abs(days)),
                "side",
                days != null && days > 0 ? AFTER : "before"));
    }

    /** The same, by somebody who has seen what there is now. */
    TaskForm over(TaskView now) {
        Map<String, String> again = new HashMap<>(values);
        again.put("version", String.valueOf(now.version()));
        return new TaskForm(again);
    }

    String version() {
        return value("version");
    }

    /** @throws InvalidInput */
    TaskDetails details() {
        return new TaskDetails(value("title"), value("note"), phase(), owner(), days());
    }

    private Phase phase() {
        try {
            return value("phase").isEmpty() ? Phase.PLAN : Wire.parse(Phase.class, value("phase"));
        } catch (IllegalArgumentException none) {
            throw InvalidInput.at("phase", "value");
        }
    }

    private @Nullable PersonId owner() {
        try {
            return value("owner").isEmpty() ? null : PersonId.of(UUID.fromString(value("owner")));
        } catch (IllegalArgumentException noId) {
            throw InvalidInput.at("owner", "value");
        }
    }

    private @Nullable Integer days() {
        String typed = value("dueDays");
        if (typed.isEmpty()) return null;
        if (!typed.matches("\\d{1,4}")) throw InvalidInput.at("dueDays", "out_of_range", 0, 1000);
        int days = Integer.parseInt(typed);
        return value("side").equals(AFTER) ? days : -days;
    }

    private String value(String name) {
        return values.getOrDefault(name, "").strip();
    }

    List<Field> fields(Collection<PersonView> team, FieldErrors errors, Text text) {
        List<Option> owners = Stream.concat(
                        Stream.of(Option.of("", text.get("planning.everybody"))),
                        team.stream().map(person -> Option.of(person.id().toString(), person.name())))
                .toList();
        List<Option> phases = Arrays.stream(Phase.values())
                .map(phase -> Option.of(Wire.name(phase), text.of("planning.phase", phase)))
                .toList();
        return Stream.of(
                        Field.text("title", text.get("planning.field.title"))
                                .with("maxlength", "200")
                                .required(),
                        Field.select("phase", text.get("planning.field.phase"), phases)
                                .required(),
                        Field.select("owner", text.get("planning.field.owner"), owners)
                                .required(),
                        Field.number("dueDays", text.get("planning.field.dueDays"))
                                .hint(text.get("planning.hint.dueDays"))
                                .with("min", "0")
                                .with("max", "1000"),
                        Field.select(
                                        "side",
                                        text.get("planning.field.side"),
                                        List.of(
                                                Option.of("before", text.get("planning.side.before")),
                                                Option.of(AFTER, text.get("planning.side.after"))))
                                .required(),
                        Field.textarea("note", text.get("planning.field.note")).with("rows", "3"))
                .map(field -> field.value(values.get(field.name())).error(errors.of(field.name())))
                .toList();
    }
}
