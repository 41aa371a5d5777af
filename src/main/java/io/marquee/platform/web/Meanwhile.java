package io.marquee.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody else saved while a form was open. What was typed stays in the form, and can be saved in its place. */
public record Meanwhile(String title, List<Entry> entries) {

    /** A field, and what stands there now. */
    public record Entry(String label, String value) {}

    /**
     * @param by who saved it; null where nobody knows
     * @param now the fields of the form, filled with what there is
     * @param typed the same with what was sent: where both say the same, nothing is told
     */
    public static Meanwhile of(@Nullable String by, List<Field> now, List<Field> typed, Text text) {
        List<Entry> entries = new ArrayList<>();
        for (Field field : now) {
            boolean same = typed.stream()
                    .filter(one -> one.name().equals(field.name()))
                    .anyMatch(one -> said(one).equals(said(field)));
            if (!same) entries.add(new Entry(field.label(), shown(field, text)));
        }
        String title = by == null ? text.get("ui.meanwhile.somebody") : text.get("ui.meanwhile.by", by);
        return new Meanwhile(title, List.copyOf(entries));
    }

    /** An unchecked checkbox sends nothing at all. */
    private static String said(Field field) {
        if (field.kind() == Field.Kind.CHECKBOX) return String.valueOf(field.isChecked());
        return Objects.requireNonNullElse(field.get("value"), "").replace("\r\n", "\n");
    }

    private static String shown(Field field, Text text) {
        String value = said(field);
        if (field.kind() == Field.Kind.CHECKBOX) {
            return text.get(field.isChecked() ? "ui.meanwhile.yes" : "ui.meanwhile.no");
        } else if (!field.options().isEmpty()) {
            value = field.options().stream()
                    .filter(field::isChosen)
                    .map(Option::label)
                    .collect(Collectors.joining(", "));
        } else if ("datetime-local".equals(field.get("type"))) {
            value = value.replace('T', ' ');
        }
        return value.isEmpty() ? text.get("ui.meanwhile.nothing") : value;
    }
}
