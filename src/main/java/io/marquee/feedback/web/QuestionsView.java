package io.marquee.feedback.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;

/** What a team asks beside the rating, and the form for one more or another wording. */
public record QuestionsView(
        ManageNav nav,
        String back,
        List<Line> lines,
        String title,
        String action,
        List<Field> fields,
        FieldErrors errors) {

    /** @param about its kind, whether it must be answered, and what to choose from */
    public record Line(String path, String label, String about) {}
}
