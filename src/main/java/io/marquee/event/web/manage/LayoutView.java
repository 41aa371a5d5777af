package io.marquee.event.web.manage;

import io.marquee.event.ManageNav;
import io.marquee.event.PageBlock;
import io.marquee.event.PageBlock.Kind;
import io.marquee.event.PageLayout;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an event's page is arranged, to be changed.
 *
 * @param version that it was arranged from
 */
public record LayoutView(ManageNav nav, int version, List<Line> lines, FieldErrors errors) {

    /**
     * @param shown null for what is always shown
     * @param text null for what has none of its own
     * @param moved the button that was pressed to move it, "up" or "down": focus stays there; empty otherwise
     */
    public record Line(
            String name,
            String label,
            @Nullable Field shown,
            @Nullable Field text,
            boolean first,
            boolean last,
            String moved) {}

    /** @param moved the kind that was just moved, with how; both empty where none was */
    static LayoutView of(
            ManageNav nav,
            int version,
            PageLayout layout,
            String movedKind,
            String moved,
            FieldErrors errors,
            Text text) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < layout.blocks().size(); i++) {
            PageBlock block = layout.blocks().get(i);
            String name = Wire.name(block.kind());
            lines.add(new Line(
                    name,
                    text.of("event.page.block", block.kind()),
                    block.kind() == Kind.TICKETS
                            ? null
                            : Field.checkbox("shown_" + name, text.get("event.page.shown"))
                                    .value(String.valueOf(block.shown())),
                    block.kind() == Kind.QUESTIONS
                            ? Field.textarea("page", text.get("event.page.text"))
                                    .with("rows", "8")
                                    .value(block.text())
                                    .error(errors.of("page"))
                            : null,
                    i == 0,
                    i == layout.blocks().size() - 1,
                    name.equals(movedKind) ? moved : ""));
        }
        return new LayoutView(nav, version, lines, errors);
    }
}
