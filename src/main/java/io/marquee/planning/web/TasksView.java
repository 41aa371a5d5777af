package io.marquee.planning.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Meanwhile;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event's checklist. All words are resolved already.
 *
 * @param standing null while there are no tasks
 * @param health how it stands, in words
 * @param next what to do next, in words; empty when nothing is left
 * @param milestones what was reached, and when
 * @param ready lists to begin with, by the value that the form sends
 * @param own the organization's, which can be deleted
 * @param name of a list to be kept; null for whoever may not
 */
public record TasksView(
        ManageNav nav,
        String path,
        boolean editable,
        @Nullable Chip standing,
        String health,
        String next,
        int done,
        int all,
        List<String> milestones,
        List<Group> groups,
        List<Link> ready,
        List<Own> own,
        @Nullable Field name,
        FieldErrors errors) {

    /** The tasks of a phase. */
    public record Group(String phase, List<Line> lines) {}

    /**
     * @param facts whose, until when, and by whom it was done
     * @param late null unless it is
     * @param tickable by whoever looks
     */
    public record Line(
            UUID id,
            String title,
            String note,
            String facts,
            @Nullable Chip late,
            boolean done,
            boolean tickable) {}

    public record Own(UUID id, String name) {}

    /**
     * One task, to be edited.
     *
     * @param known whether there is one already
     * @param version that the editor starts from; empty for a new one
     * @param meanwhile what somebody else saved; null unless they were quicker
     */
    public record Form(
            ManageNav nav,
            String title,
            String path,
            String back,
            boolean known,
            String version,
            List<Field> fields,
            FieldErrors errors,
            @Nullable Meanwhile meanwhile) {

        Form after(Meanwhile saved) {
            return new Form(nav, title, path, back, known, version, fields, errors, saved);
        }
    }
}
