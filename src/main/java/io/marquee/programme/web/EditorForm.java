package io.marquee.programme.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param photo of the speaker; null for a session, and for a new speaker */
public record EditorForm(
        ManageNav nav,
        String title,
        String path,
        String back,
        boolean known,
        List<Field> fields,
        FieldErrors errors,
        @Nullable Field photo) {}
