package io.marquee.payout.web;

import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the operator passed on by hand, for the administrator.
 *
 * @param fields to pass more on; none where no organization has an account
 * @param key of the form: sent twice, it makes one transfer
 */
public record TransfersView(List<Field> fields, String key, FieldErrors errors, List<Row> rows, Pagination pagination) {

    /**
     * @param about where the money went, and the provider's words where it did not
     * @param reversal how it can be taken back; null where nothing can
     */
    public record Row(
            String organization,
            String amount,
            String what,
            String about,
            String at,
            Chip state,
            @Nullable Reversal reversal) {}

    /** @param currency of {@code left}, the amount that is still there */
    public record Reversal(String path, String field, String left, String currency, String key, String question) {}
}
