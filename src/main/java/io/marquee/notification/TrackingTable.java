package io.marquee.notification;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of who wants to know whether mail is opened, of who wants it not to be known, and of what was. */
@Repository
class TrackingTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    TrackingTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean enabled(OrganizationId organization) {
        return jdbc.sql("select exists (select from notification.tracking where organization_id = ? and enabled)")
                .param(organization.value())
                .query(Boolean.class)
                .single();
    }

    void enable(OrganizationId organization, boolean enabled, PersonId by) {
        jdbc.sql("""
                        insert into notification.tracking values (:organization, :enabled, :by, :at)
                        on conflict (organization_id) do update
                          set enabled = excluded.enabled, person_id = excluded.person_id, changed_at = excluded.changed_at
                        """)
                .param("organization", organization.value())
                .param("enabled", enabled)
                .param("by", by.value())
                .param("at", now())
                .update();
    }

    boolean refused(EmailAddress email) {
        return jdbc.sql("select exists (select from notification.untracked where email = ?)")
                .param(email.value())
                .query(Boolean.class)
                .single();
    }

    /** Those of them whose owners did not refuse. */
    Set<String> unrefused(Collection<String> emails) {
        return new HashSet<>(jdbc.sql("""
                        select e.email from unnest(?) e (email)
                        where not exists (select from notification.untracked u where u.email = e.email)
                        """)
                .param(emails.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    void refuse(EmailAddress email, boolean refused) {
        if (refused) {
            jdbc.sql("insert into notification.untracked values (?, ?) on conflict do nothing")
                    .params(email.value(), now())
                    .update();
        } else {
            jdbc.sql("delete from notification.untracked where email = ?")
                    .param(email.value())
                    .update();
        }
    }

    /** Where a mail's button leads; null where nobody is told. */
    @Nullable
    String target(UUID mail) {
        return jdbc.sql("select tracked_to from notification.mails where id = ? and tracked_to is not null")
                .param(mail)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** @return whether it is the first time */
    boolean opened(UUID mail) {
        return first(mail, "update notification.mails set opened_at = ? where id = ? and opened_at is null");
    }

    /** @return whether it is the first time */
    boolean clicked(UUID mail) {
        return first(mail, "update notification.mails set clicked_at = ? where id = ? and clicked_at is null");
    }

    private boolean first(UUID mail, String sql) {
        return jdbc.sql(sql).params(now(), mail).update() == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
