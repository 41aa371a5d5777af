package io.marquee.guest.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two guests beside each other, before one becomes the other.
 *
 * @param kept what the one that stays is called
 * @param swap the same with the two in each other's place; null where only the one that stays has an address
 * @param choices where somebody has to choose
 * @param question asked before it is done
 */
public record MergePage(
        ManageNav nav,
        String list,
        String path,
        String kept,
        String other,
        String otherId,
        @Nullable String swap,
        List<Line> lines,
        List<Field> choices,
        FieldErrors errors,
        String question) {

    /** One thing that is known of both; empty where it is not. */
    public record Line(String label, String kept, String other) {}
}
