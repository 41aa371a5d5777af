package io.marquee.payment.web;

import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The administrator's page about what providers told us. */
public record AdminView(List<Field> filters, boolean filtered, List<Row> webhooks, Pagination pagination) {

    /** @param payment our payment's id, or what else it is about */
    public record Row(
            String path,
            String replayPath,
            String type,
            String provider,
            String payment,
            String at,
            int deliveries,
            int replays,
            Chip outcome) {}

    /** One webhook. @param error what went wrong the last time; null where nothing did */
    public record Detail(
            Row row,
            String event,
            String account,
            int tries,
            String next,
            @Nullable String error,
            String payload) {}
}
