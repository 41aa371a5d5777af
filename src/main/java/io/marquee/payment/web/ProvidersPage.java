package io.marquee.payment.web;

import io.marquee.platform.web.Chip;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payment providers, for the administrator. */
public record ProvidersPage(List<Row> rows) {

    /** @param error the last one, with when; null where there never was any */
    public record Row(
            String name,
            Chip state,
            Chip offered,
            String since,
            String capabilities,
            int accounts,
            @Nullable String error) {}
}
