package io.marquee.escrow.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Stat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event's stakes.
 *
 * @param fields of the terms; none for viewers who may not change them
 * @param sums held, returned and forfeited, with their amounts
 */
public record StakesPage(
        ManageNav nav,
        String path,
        List<Field> fields,
        FieldErrors errors,
        List<Stat> sums,
        List<Option> states,
        String state,
        List<Row> rows,
        Pagination pagination) {

    /**
     * @param forgiveQuestion null where there is nothing to forgive, or not by this viewer
     * @param retryQuestion null where nothing failed, or this viewer may not try again
     */
    public record Row(
            String ticket,
            String holder,
            String code,
            Chip state,
            String amount,
            String mode,
            String when,
            @Nullable String forgiveQuestion,
            @Nullable String retryQuestion) {}
}
