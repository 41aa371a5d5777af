package io.marquee.seating.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One section, as its event's team edits it.
 *
 * @param back the plan
 * @param path of this page
 * @param settings name and position
 * @param types a checkbox for each ticket type
 * @param rowNames for choosing one
 * @param typed what was refused, as it was typed
 */
public record SectionView(
        ManageNav nav,
        String back,
        String path,
        String name,
        List<Field> settings,
        List<EditorView.Check> types,
        List<Row> rows,
        Field rowNames,
        Map<String, String> typed,
        FieldErrors errors) {

    /** One of the fields below the seats, with what was typed into it. */
    public Field filled(Field field) {
        String before = typed.get(field.name());
        return (before == null ? field : field.value(before)).error(errors.of(field.name()));
    }

    public record Row(int order, String label, List<Seat> seats) {}

    /**
     * @param state free, sold or blocked
     * @param spoken the same in words, with what it is called
     */
    public record Seat(UUID id, String label, String state, String spoken, boolean accessible, boolean chosen) {}
}
