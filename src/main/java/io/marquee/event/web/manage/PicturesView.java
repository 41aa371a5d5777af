package io.marquee.event.web.manage;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;

/** The pictures of an event, for its team. */
public record PicturesView(ManageNav nav, List<Line> lines, List<Field> fields, FieldErrors errors) {

    public String path() {
        return nav.path() + "/pictures";
    }

    /** @param alt the field that says what it shows */
    public record Line(String path, String src, String words, Field alt, boolean first, boolean last, int position) {}
}
