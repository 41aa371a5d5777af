package io.marquee.notification;

import io.marquee.kernel.Wire;
import io.marquee.platform.mail.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of mails. Seen by the platform alone. */
@Repository
class MailTable {
    private static final String COLUMNS =
            "id, cause, kind, topic, organization_id, recipient, locale, subject, html, plain, order_id, ticket_id, ticket_serial, state, attempts, round, last_error, created_at, sent_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    MailTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false when there is a mail of this cause already */
    boolean insert(UUID id, NewMail mail, LetterPress.Printed printed, PostOffice.Taken taken) {
        return jdbc.sql("""
                                insert into notification.mails
                                  (id, cause, kind, topic, organization_id, recipient, locale, subject, html, plain, order_id, ticket_id,
                                   ticket_serial, state, last_error, tracked_to, created_at)
                                values (:id, :cause, :kind, :topic, :organization, :recipient, :locale, :subject, :html, :plain, :order, :ticket,
                                        :serial, :state, :why, :tracked, :at)
                                on conflict (cause) do nothing
                                """)
                        .param("id", id)
                        .param("cause", mail.cause())
                        .param("kind", mail.kind())
                        .param("topic", Wire.name(mail.topic()))
                        .param(
                                "organization",
                                mail.organization() == null
                                        ? null
                                        : mail.organization().value())
                        .param("recipient", mail.recipient())
                        .param("locale", mail.letter().language())
                        .param("subject", printed.subject())
                        .param("html", printed.html())
                        .param("plain", printed.plain())
                        .param("order", mail.order())
                        .param(
                                "ticket",
                                mail.ticket() == null ? null : mail.ticket().id())
                        .param(
                                "serial",
                                mail.ticket() == null ? null : mail.ticket().serial())
                        .param("state", Wire.name(Objects.requireNonNull(taken.state())))
                        .param("why", taken.why())
                        .param("tracked", printed.trackedTo())
                        .param("at", now())
                        .update()
                == 1;
    }

    @Nullable
    StoredMail find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from notification.mails where id = ?")
                .param(id)
                .query(MailTable::map)
                .optional()
                .orElse(null);
    }

    Optional<UUID> queued(String cause) {
        return jdbc.sql("select id from notification.mails where cause = ? and state = 'queued'")
                .param(cause)
                .query(UUID.class)
                .optional();
    }

    /** Newest first. */
    List<StoredMail> list(@Nullable MailState state, @Nullable UUID before, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from notification.mails
                        where (:before::uuid is null or id < :before::uuid) and (:state::text is null or state = :state)
                        order by id desc limit :limit
                        """)
                .param("state", state == null ? null : Wire.name(state))
                .param("before", before)
                .param("limit", limit)
                .query(MailTable::map)
                .list();
    }

    /** @return false when it was sent already */
    boolean sent(UUID id) {
        return jdbc.sql(
                                "update notification.mails set state = 'sent', attempts = attempts + 1, sent_at = ?, last_error = null where id = ? and state <> 'sent'")
                        .params(now(), id)
                        .update()
                == 1;
    }

    void failed(UUID id, String error, MailState next) {
        jdbc.sql(
                        "update notification.mails set state = ?, attempts = attempts + 1, last_error = ? where id = ? and state <> 'sent'")
                .params(Wire.name(next), error, id)
                .update();
    }

    /** @return false when that was known */
    boolean bounced(UUID id, String said) {
        return jdbc.sql(
                                "update notification.mails set state = 'bounced', last_error = ? where id = ? and state in ('queued', 'sent', 'failed')")
                        .params(said, id)
                        .update()
                == 1;
    }

    /** The last that went there. */
    @Nullable
    StoredMail lastTo(String recipient) {
        return jdbc.sql("select " + COLUMNS + """
                         from notification.mails where recipient = ? and state in ('sent', 'bounced')
                        order by created_at desc limit 1
                        """)
                .param(recipient)
                .query(MailTable::map)
                .optional()
                .orElse(null);
    }

    /** Back into the queue, from the outbox or after the last try. @return false when it is not waiting there */
    boolean requeue(UUID id) {
        return jdbc.sql(
                                "update notification.mails set state = 'queued', attempts = 0, round = round + 1 where id = ? and state in ('outbox', 'failed', 'bounced')")
                        .param(id)
                        .update()
                == 1;
    }

    /** How many of each. */
    Map<MailState, Long> count() {
        return jdbc
                .sql("select state, count(*) from notification.mails group by state")
                .query((row, n) -> Map.entry(Wire.parse(MailState.class, row.getString(1)), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All that failed, into the queue. */
    List<UUID> requeueFailed(int most) {
        return jdbc.sql("""
                        update notification.mails set state = 'queued', attempts = 0, round = round + 1
                        where id in (select id from notification.mails where state = 'failed' order by created_at limit ? for update skip locked)
                        returning id
                        """)
                .param(most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static StoredMail map(ResultSet row, int n) throws SQLException {
        Timestamp sent = row.getTimestamp("sent_at");
        return new StoredMail(
                row.getObject("id", UUID.class),
                row.getString("cause"),
                row.getString("kind"),
                Wire.parse(Topic.class, row.getString("topic")),
                row.getObject("organization_id", UUID.class),
                row.getString("recipient"),
                row.getString("locale"),
                row.getString("subject"),
                row.getString("html"),
                row.getString("plain"),
                row.getObject("order_id", UUID.class),
                row.getObject("ticket_id", UUID.class),
                row.getInt("ticket_serial"),
                Wire.parse(MailState.class, row.getString("state")),
                row.getInt("attempts"),
                row.getInt("round"),
                row.getString("last_error"),
                row.getTimestamp("created_at").toInstant(),
                sent == null ? null : sent.toInstant());
    }
}
