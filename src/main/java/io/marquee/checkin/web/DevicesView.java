package io.marquee.checkin.web;

import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event's scanners.
 *
 * @param invited the one that was just added, with its link; null otherwise
 * @param form for another one
 */
public record DevicesView(
        DoorNav nav, @Nullable Invited invited, List<Row> rows, List<Field> form, FieldErrors errors) {

    /** @param qr SVG of the link @param note until when the link is good */
    public record Invited(String name, String url, String qr, String note) {}

    /**
     * One device.
     *
     * @param bounds its gates and ticket types
     * @param path below which it gets another link, or is revoked; null where it is revoked
     */
    public record Row(
            String name,
            String bounds,
            Chip state,
            String seen,
            String until,
            @Nullable String path) {}

    public String path() {
        return nav.path() + "/devices";
    }
}
