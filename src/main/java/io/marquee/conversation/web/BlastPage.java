package io.marquee.conversation.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Views of blasts, for {@code conversation/blast*.jte}. */
public final class BlastPage {
    private BlastPage() {}

    /** @param write whether whoever looks may write one */
    public record Listed(ManageNav nav, String path, boolean write, List<Row> rows, Pagination pagination) {}

    /** @param detail to whom and when, and how far it is */
    public record Row(String path, String subject, Chip state, String detail) {}

    /** @param preview null until it is asked for; only what was previewed can be sent */
    public record Form(
            ManageNav nav,
            String path,
            List<Field> fields,
            FieldErrors errors,
            @Nullable Preview preview,
            @Nullable Send send) {}

    /**
     * @param html safe to show
     * @param notes what its writer may not have meant
     */
    public record Preview(String subject, String html, List<String> notes) {}

    /** The last step before it goes out. @param audience who would get it, in a sentence */
    public record Send(String audience, String label, String question) {}

    /**
     * @param progress from 0 to 100; null where nothing moves
     * @param facts label and value
     * @param refresh whether it will look different soon
     */
    public record Shown(
            ManageNav nav,
            String path,
            String list,
            Chip state,
            Preview preview,
            List<Fact> facts,
            @Nullable Integer progress,
            boolean refresh,
            boolean cancellable) {}

    public record Fact(String label, String value) {}

    /** What everybody reads who got it. */
    public record Read(String event, String eventPath, String host, String at, Preview preview) {}
}
