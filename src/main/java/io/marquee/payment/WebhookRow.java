package io.marquee.payment;

import io.marquee.payment.provider.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of payment.webhooks.
 *
 * @param subject those about the same thing have the same
 * @param urgent whether it is about a payment that was undecided when it came: a buyer waits
 */
record WebhookRow(UUID id, String provider, String subject, Notice notice, boolean urgent, int tries) {

    /** What it is about, as far as it says itself. */
    static String subjectOf(Notice notice) {
        if (notice.reference() != null) return "payment:" + notice.reference();
        if (notice.object() != null) return "object:" + account(notice) + notice.object();
        return "event:" + notice.eventId();
    }

    private static String account(Notice notice) {
        return notice.account() == null ? "" : notice.account() + "/";
    }

    static WebhookRow read(ResultSet row, int number) throws SQLException {
        return new WebhookRow(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                row.getString("subject"),
                new Notice(
                        row.getString("provider_event_id"),
                        row.getString("type"),
                        row.getString("reference"),
                        row.getString("account"),
                        row.getString("object")),
                row.getBoolean("urgent"),
                row.getInt("tries"));
    }

    static WebhookView view(ResultSet row, int number) throws SQLException {
        return new WebhookView(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                row.getString("provider_event_id"),
                row.getString("type"),
                row.getString("reference"),
                row.getString("account"),
                row.getString("object"),
                row.getTimestamp("received_at").toInstant(),
                row.getInt("deliveries"),
                row.getInt("replays"),
                row.getInt("tries"),
                instant(row.getTimestamp("handled_at")),
                instant(row.getTimestamp("due_at")),
                row.getString("outcome"),
                row.getString("last_error"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
