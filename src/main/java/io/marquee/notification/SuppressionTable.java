package io.marquee.notification;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.platform.mail.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of addresses that are not written to. */
@Repository
class SuppressionTable {
    private static final String COLUMNS = "select id, organization_id, email, topic, reason, detail, created_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    SuppressionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nothing where it is there already. */
    void add(
            @Nullable OrganizationId organization,
            EmailAddress email,
            @Nullable Topic topic,
            Reason reason,
            String detail) {
        jdbc.sql("""
                        insert into notification.suppressions values (:id, :organization, :email, :topic, :reason, :detail, :at)
                        on conflict do nothing
                        """)
                .param("id", Ids.next())
                .param("organization", organization == null ? null : organization.value())
                .param("email", email.value())
                .param("topic", topic == null ? null : Wire.name(topic))
                .param("reason", Wire.name(reason))
                .param("detail", detail)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** Why a letter about this is not sent there; the gravest reason first. */
    List<Reason> against(@Nullable OrganizationId organization, EmailAddress email, Topic topic) {
        return jdbc.sql("""
                        select reason from notification.suppressions
                        where email in (:email, notification.digest_of(:email)) and (organization_id is null or organization_id = :organization::uuid)
                          and (topic is null or topic = :topic) and (reason = 'bounced' or :optional)
                        order by reason
                        """)
                .param("email", email.value())
                .param("organization", organization == null ? null : organization.value())
                .param("topic", Wire.name(topic))
                .param("optional", topic.optional())
                .query((row, n) -> Wire.parse(Reason.class, row.getString(1)))
                .list();
    }

    /** Newest first. @param email all of an address, or empty for everybody */
    List<SuppressionView> list(@Nullable OrganizationId organization, String email, @Nullable UUID before, int limit) {
        return jdbc.sql(COLUMNS + """
                         from notification.suppressions
                        where organization_id is not distinct from :organization::uuid and (:email = '' or email = :email)
                          and (:before::uuid is null or id < :before::uuid)
                        order by id desc limit :limit
                        """)
                .param("organization", organization == null ? null : organization.value())
                .param("email", email)
                .param("before", before)
                .param("limit", limit)
                .query(SuppressionTable::map)
                .list();
    }

    /** In whosever name, newest first. @param email all of an address, or empty for everybody */
    List<SuppressionView> listAll(String email, @Nullable UUID before, int limit) {
        return jdbc.sql(COLUMNS + """
                         from notification.suppressions
                        where (:email = '' or email = :email) and (:before::uuid is null or id < :before::uuid)
                        order by id desc limit :limit
                        """)
                .param("email", email)
                .param("before", before)
                .param("limit", limit)
                .query(SuppressionTable::map)
                .list();
    }

    /** In whosever name. @return whether it was there */
    boolean lift(UUID id) {
        return jdbc.sql("delete from notification.suppressions where id = ?")
                        .param(id)
                        .update()
                == 1;
    }

    /** What its owner said, in whosever name. */
    List<SuppressionView> unsubscribed(EmailAddress email) {
        return jdbc.sql(
                        COLUMNS
                                + " from notification.suppressions where email in (:email, notification.digest_of(:email)) and reason = 'unsubscribed' order by id")
                .param("email", email.value())
                .query(SuppressionTable::map)
                .list();
    }

    /** @return whether it was there */
    boolean lift(@Nullable OrganizationId organization, UUID id) {
        return jdbc.sql("""
                        delete from notification.suppressions
                        where id = :id and organization_id is not distinct from :organization::uuid
                        """)
                        .param("id", id)
                        .param("organization", organization == null ? null : organization.value())
                        .update()
                == 1;
    }

    /** What its owner said before. @param id null for everything in this organization's name */
    int resubscribe(EmailAddress email, @Nullable OrganizationId organization, @Nullable UUID id) {
        return jdbc.sql("""
                        delete from notification.suppressions
                        where email in (:email, notification.digest_of(:email)) and reason = 'unsubscribed' and (:id::uuid is null or id = :id::uuid)
                          and (:id::uuid is not null or organization_id is not distinct from :organization::uuid)
                        """)
                .param("email", email.value())
                .param("organization", organization == null ? null : organization.value())
                .param("id", id)
                .update();
    }

    private static SuppressionView map(ResultSet row, int n) throws SQLException {
        String topic = row.getString("topic");
        return new SuppressionView(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getString("email"),
                topic == null ? null : Wire.parse(Topic.class, topic),
                Wire.parse(Reason.class, row.getString("reason")),
                row.getString("detail"),
                row.getTimestamp("created_at").toInstant());
    }
}
