package io.marquee.conversation.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room as somebody sees it, for {@code conversation/chat*.jte}.
 *
 * @param path of the room's page, below which its parts are
 * @param none whether there is no room, and was none
 * @param note why nobody may write now; null where one may
 * @param changes up to where the log is read
 * @param older the page with what was said before; null at the beginning
 * @param body the field, and what was wrong with it
 */
public record ChatView(
        String event,
        @Nullable String eventPath,
        String path,
        boolean none,
        @Nullable String note,
        List<Line> pinned,
        List<Line> lines,
        long changes,
        @Nullable String older,
        @Nullable Field body,
        FieldErrors errors) {

    /**
     * One message, oldest first.
     *
     * @param removal where it is deleted; null for whoever may not
     * @param report where it is reported; null where that makes no sense
     * @param pin where it is pinned, or no longer
     * @param mute where its writer is muted, or no longer; null for the team's own
     */
    public record Line(
            UUID id,
            String name,
            String handle,
            boolean team,
            String at,
            String body,
            boolean deleted,
            boolean pinned,
            boolean muted,
            @Nullable String removal,
            @Nullable String report,
            @Nullable String pin,
            @Nullable String mute) {}

    /** What is new in a log. @param changes up to where it is read now */
    public record News(List<Line> lines, long changes) {}

    /** The team's page. */
    public record Team(
            ManageNav nav,
            String path,
            String phase,
            List<Field> rules,
            FieldErrors errors,
            List<Report> reports,
            @Nullable ChatView chat,
            @Nullable String export) {}

    /** @param about who reported it, when and why */
    public record Report(Line line, String about, String settle) {}
}
