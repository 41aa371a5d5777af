package io.marquee.ordering.web.manage;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event's orders that need its team's yes.
 *
 * @param decides whether the rows can be decided: they wait, and by this viewer
 * @param types which ticket types ask; null for viewers who may not change it
 */
public record ApprovalsPage(
        ManageNav nav,
        String path,
        List<Link> states,
        List<Row> rows,
        boolean decides,
        Pagination pagination,
        @Nullable Field types,
        FieldErrors errors) {

    /** @param detail how it goes on, or the team's note; blank where there is nothing to say */
    public record Row(
            String id,
            String orderPath,
            String code,
            String buyer,
            String email,
            String tickets,
            String total,
            String since,
            Chip state,
            String detail) {}
}
