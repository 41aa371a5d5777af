package io.marquee.seating.web;

import io.marquee.event.EventView;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import io.marquee.seating.Numbering;
import io.marquee.seating.SeatPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a plan and of a new section, each as it stands or as somebody filled it in. */
final class EditorFields {
    private EditorFields() {}

    static List<Field> settings(
            @Nullable SeatPlan plan, EventView event, Map<String, String> typed, FieldErrors errors, Text text) {
        String venue = event.details().venue();
        String name =
                plan != null ? plan.name() : venue == null ? event.details().title() : venue;
        Field named = Field.text("map", text.get("seating.map.name"))
                .with("maxlength", "120")
                .value(typed.getOrDefault("map", name))
                .error(errors.of("map"))
                .required();
        return plan == null
                ? List.of(named)
                : List.of(
                        named,
                        Field.checkbox("noOrphans", text.get("seating.map.no_orphans"))
                                .hint(text.get("seating.map.no_orphans_hint"))
                                .value(typed.containsKey("map") ? typed.containsKey("noOrphans") : plan.noOrphans()));
    }

    static List<Field> adding(Map<String, String> typed, FieldErrors errors, Text text) {
        return List.of(
                Field.text("name", text.get("seating.section.name"))
                        .with("maxlength", "60")
                        .value(typed.get("name"))
                        .error(errors.of("name"))
                        .required(),
                number("rows", "10", 1, typed, errors, text),
                number("seatsPerRow", "20", 1, typed, errors, text),
                numbering(
                        "rowNumbering",
                        List.of(Numbering.LETTERS, Numbering.CLEAR_LETTERS, Numbering.NUMBERS),
                        typed,
                        errors,
                        text),
                number("firstRow", "1", 1, typed, errors, text),
                numbering("seatNumbering", Arrays.asList(Numbering.values()), typed, errors, text)
                        .value(typed.getOrDefault("seatNumbering", "NUMBERS")),
                number("curve", "0", 0, typed, errors, text).hint(text.get("seating.add.curve_hint")));
    }

    private static Field number(
            String name, String value, int least, Map<String, String> typed, FieldErrors errors, Text text) {
        return Field.number(name, text.get("seating.add." + name))
                .with("min", String.valueOf(least))
                .value(typed.getOrDefault(name, value))
                .error(errors.of(name))
                .required();
    }

    private static Field numbering(
            String name, List<Numbering> schemes, Map<String, String> typed, FieldErrors errors, Text text) {
        return Field.select(
                        name,
                        text.get("seating.add." + name),
                        schemes.stream()
                                .map(scheme -> Option.of(scheme.name(), text.of("seating.numbering", scheme)))
                                .toList())
                .value(typed.getOrDefault(name, schemes.getFirst().name()))
                .error(errors.of(name))
                .required();
    }
}
