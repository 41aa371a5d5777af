package io.marquee.programme.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Meanwhile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param version that the editor starts from; empty for a new one
 * @param photo of the speaker; null for a session, and for a new speaker
 * @param meanwhile what somebody else saved; null unless they were quicker
 */
public record EditorForm(
        ManageNav nav,
        String title,
        String path,
        String back,
        boolean known,
        String version,
        List<Field> fields,
        FieldErrors errors,
        @Nullable Field photo,
        @Nullable Meanwhile meanwhile) {

    EditorForm after(Meanwhile saved) {
        return new EditorForm(nav, title, path, back, known, version, fields, errors, photo, saved);
    }
}
