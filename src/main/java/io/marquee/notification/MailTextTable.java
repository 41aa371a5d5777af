package io.marquee.notification;

import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of organizations' own texts: every version there was. */
@Repository
class MailTextTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    MailTextTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One version. */
    record Version(int number, MailWords words, PersonId by, Instant at) {}

    /** What holds now. */
    MailWords latest(OrganizationId organization, MailText kind, String language) {
        return versions(organization, kind, language, 1).stream()
                .map(Version::words)
                .findFirst()
                .orElse(MailWords.OURS);
    }

    /** Newest first. */
    List<Version> versions(OrganizationId organization, MailText kind, String language, int limit) {
        return jdbc.sql("""
                        select version, subject, heading, body, button, person_id, created_at from notification.mail_texts
                        where organization_id = ? and kind = ? and locale = ?
                        order by version desc limit ?
                        """)
                .params(organization.value(), Wire.name(kind), language, limit)
                .query(MailTextTable::map)
                .list();
    }

    /** What holds now of each kind that was ever changed. */
    Map<MailText, MailWords> all(OrganizationId organization, String language) {
        return jdbc
                .sql("""
                        select distinct on (kind) kind, version, subject, heading, body, button, person_id, created_at
                        from notification.mail_texts where organization_id = ? and locale = ?
                        order by kind, version desc
                        """)
                .params(organization.value(), language)
                .query((row, n) -> Map.entry(
                        Wire.parse(MailText.class, row.getString("kind")),
                        map(row, n).words()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @return whether nobody else made this version meanwhile */
    boolean add(OrganizationId organization, MailText kind, String language, int number, MailWords words, PersonId by) {
        return jdbc.sql("""
                                insert into notification.mail_texts values
                                  (:id, :organization, :kind, :locale, :number, :subject, :heading, :body, :button, :by, :at)
                                on conflict do nothing
                                """)
                        .param("id", Ids.next())
                        .param("organization", organization.value())
                        .param("kind", Wire.name(kind))
                        .param("locale", language)
                        .param("number", number)
                        .param("subject", words.subject())
                        .param("heading", words.heading())
                        .param("body", words.body())
                        .param("button", words.button())
                        .param("by", by.value())
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private static Version map(ResultSet row, int n) throws SQLException {
        MailWords words = new MailWords(
                row.getString("subject"), row.getString("heading"), row.getString("body"), row.getString("button"));
        return new Version(
                row.getInt("version"),
                words,
                PersonId.of(row.getObject("person_id", UUID.class)),
                row.getTimestamp("created_at").toInstant());
    }
}
