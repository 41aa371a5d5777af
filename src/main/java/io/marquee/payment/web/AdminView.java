package io.marquee.payment.web;

import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Pagination;
import java.util.List;

/** The administrator's page about what providers told us. */
public record AdminView(List<Row> webhooks, List<Disagreement> disagreements, Pagination pagination) {

    /** @param payment our payment's id, or a dash */
    public record Row(
            String replayPath,
            String type,
            String provider,
            String payment,
            String at,
            int deliveries,
            int replays,
            Chip outcome) {}

    public record Disagreement(String what, String payment, String expected, String found, String at) {}
}
