package io.marquee.ordering.web.manage;

import io.marquee.event.ManageNav;
import io.marquee.ordering.OrderId;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Pagination;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An event's orders that need its team's yes.
 *
 * @param decides whether the rows can be decided: they wait, and by this viewer
 * @param cursor of this page; blank on the first
 * @param chosen the rows that were chosen when what was sent was not taken
 * @param note to those that are chosen
 * @param types which ticket types ask; null for viewers who may not change it
 */
public record ApprovalsPage(
        ManageNav nav,
        String path,
        List<Link> states,
        List<Row> rows,
        boolean decides,
        Pagination pagination,
        String cursor,
        Set<String> chosen,
        Field note,
        @Nullable Field types,
        FieldErrors errors) {

    /** As it was sent, and not taken. */
    ApprovalsPage sent(List<OrderId> orders, String words, FieldErrors wrong) {
        return new ApprovalsPage(
                nav,
                path,
                states,
                rows,
                decides,
                pagination,
                cursor,
                orders.stream().map(OrderId::toString).collect(Collectors.toSet()),
                note.value(words).error(wrong.of("note")),
                types,
                wrong);
    }

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
