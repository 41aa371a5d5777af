package io.marquee.ordering.web;

import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody bought, one page of it.
 *
 * @param path of this list, where its filter goes
 * @param intro whose purchases these are; null where the account says so
 * @param verified whether the person's address is; until then none are shown
 * @param filtered whether only some are asked for
 */
public record PurchaseList(
        String path,
        @Nullable String intro,
        boolean verified,
        List<Option> states,
        String state,
        boolean filtered,
        List<Row> rows,
        Pagination pagination) {

    /**
     * @param path of the order
     * @param tickets "2 × General admission"
     * @param when it was bought
     * @param note where its money is, if it is anywhere special
     */
    public record Row(
            EventSummary event,
            String path,
            String code,
            String tickets,
            Chip state,
            String total,
            String when,
            @Nullable String note) {}
}
