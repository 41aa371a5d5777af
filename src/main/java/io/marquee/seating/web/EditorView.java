package io.marquee.seating.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The plan of an event's seats, as its team edits it.
 *
 * @param path of this page
 * @param api where the drawing asks
 * @param drawn whether there is a plan
 * @param kept plans that the organization keeps; null where there are none
 * @param settings the plan's own fields
 * @param adding the fields of a new section
 * @param types a checkbox for each ticket type
 * @param refused lines of the last import; none where there was none
 * @param download those lines as a table, as a data address
 */
public record EditorView(
        ManageNav nav,
        String path,
        String api,
        boolean drawn,
        List<Section> sections,
        @Nullable Field kept,
        List<Field> settings,
        List<Field> adding,
        List<Check> types,
        List<Line> refused,
        @Nullable String download,
        FieldErrors errors) {

    /** @param types that sell it, in words */
    public record Section(UUID id, String name, int seats, int sold, int blocked, String types, String path) {}

    public record Check(String value, String label, boolean checked) {}

    public record Line(int number, String reason, String cells) {}
}
