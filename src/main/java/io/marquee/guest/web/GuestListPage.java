package io.marquee.guest.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Pagination;
import java.util.List;

/**
 * An event's guests, for its team.
 *
 * @param states how many there are in each, as ways to see only those
 * @param late whether what others did within the last seconds may not be counted yet
 * @param narrowed whether a filter leaves anybody out
 * @param changes whether whoever looks may change guests
 * @param exports the same guests as files
 */
public record GuestListPage(
        ManageNav nav,
        String path,
        List<Link> states,
        boolean late,
        List<Field> filters,
        List<Hidden> kept,
        boolean narrowed,
        boolean changes,
        List<Row> rows,
        Pagination pagination,
        List<Link> exports) {

    /** What the filter says, for forms that act on all that it finds. */
    public record Hidden(String name, String value) {}

    /** @param detail "2 tickets", "+1", "invited by Ada" */
    public record Row(
            String id, String path, String name, String email, Chip state, String detail, List<String> tags) {}
}
