package io.marquee.payment;

import io.marquee.kernel.Ids;
import io.marquee.kernel.NotFound;
import io.marquee.payment.provider.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What providers told us, kept before anything is done about it. Acts as the platform: a webhook has no tenant yet. */
@Component
class WebhookRows {
    private final JdbcClient jdbc;
    private final PaymentAgenda agenda;
    private final Clock clock;

    WebhookRows(JdbcClient jdbc, PaymentAgenda agenda, Clock clock) {
        this.jdbc = jdbc;
        this.agenda = agenda;
        this.clock = clock;
    }

    /** Keeps it with its job; the same event told again is only counted. */
    @Transactional
    public void keep(String provider, Notice notice, String payload) {
        UUID id = Ids.next();
        UUID kept = jdbc.sql("""
                        insert into payment.webhooks (id, provider, provider_event_id, type, reference, payload, received_at)
                        values (:id, :provider, :event, :type, :reference, :payload, :now)
                        on conflict (provider, provider_event_id) do update set deliveries = webhooks.deliveries + 1
                        returning id
                        """)
                .param("id", id)
                .param("provider", provider)
                .param("event", notice.eventId())
                .param("type", notice.type())
                .param("reference", notice.reference())
                .param("payload", payload)
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .single();
        if (kept.equals(id)) {
            agenda.webhook(id, 0);
        }
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public WebhookView byId(UUID id) {
        return jdbc.sql("select * from payment.webhooks where id = ?")
                .param(id)
                .query(WebhookRows::read)
                .optional()
                .orElseThrow(() -> new NotFound("webhook"));
    }

    /** Newest first. @param before an id; null for the newest */
    @Transactional(readOnly = true)
    public List<WebhookView> recent(@Nullable UUID before, int limit) {
        return jdbc.sql("""
                        select * from payment.webhooks where cast(:before as uuid) is null or id < :before
                        order by id desc limit :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query(WebhookRows::read)
                .list();
    }

    @Transactional
    public void handled(UUID id, String outcome) {
        int rows = jdbc.sql("update payment.webhooks set handled_at = ?, outcome = ? where id = ?")
                .params(Timestamp.from(clock.instant()), outcome, id)
                .update();
        if (rows != 1) {
            throw new NotFound("webhook");
        }
    }

    /** Has it handled again, with a job of its own. */
    @Transactional
    public void again(UUID id) {
        int turn = jdbc.sql("""
                        update payment.webhooks set handled_at = null, outcome = null, replays = replays + 1
                        where id = ? returning replays
                        """).param(id).query(Integer.class).optional().orElseThrow(() -> new NotFound("webhook"));
        agenda.webhook(id, turn);
    }

    private static WebhookView read(ResultSet row, int number) throws SQLException {
        Timestamp handled = row.getTimestamp("handled_at");
        Instant handledAt = handled == null ? null : handled.toInstant();
        return new WebhookView(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                row.getString("provider_event_id"),
                row.getString("type"),
                row.getString("reference"),
                row.getTimestamp("received_at").toInstant(),
                row.getInt("deliveries"),
                row.getInt("replays"),
                handledAt,
                row.getString("outcome"));
    }
}
