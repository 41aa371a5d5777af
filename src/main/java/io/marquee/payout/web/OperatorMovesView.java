package io.marquee.payout.web;

import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operator's own account on the administrator's page. */
public record OperatorMovesView(List<Row> rows, Pagination pagination) {

    /** @param state null for a fee */
    public record Row(
            String at,
            String what,
            String provider,
            String ref,
            String amount,
            @Nullable Chip state) {}
}
