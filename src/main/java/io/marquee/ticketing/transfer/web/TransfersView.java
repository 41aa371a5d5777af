package io.marquee.ticketing.transfer.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an event's tickets may be passed on, and which were.
 *
 * @param allowed null for whoever may see but not change it, like {@code until}
 */
public record TransfersView(
        ManageNav nav,
        String path,
        @Nullable Field allowed,
        @Nullable Field until,
        FieldErrors errors,
        List<Row> rows,
        Pagination pagination) {

    /** @param note "by the team", or nothing */
    public record Row(String ticket, String from, String to, String when, String note, Chip state) {}
}
