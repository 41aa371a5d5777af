package io.marquee.notification;

import io.marquee.kernel.PersonId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of those who want a digest. */
@Repository
class DigestTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    DigestTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody whose last digest is some time ago. */
    record Due(PersonId person, Instant lookedAt) {}

    boolean wanted(PersonId person) {
        return jdbc.sql("select exists (select from notification.digests where person_id = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    void want(PersonId person, boolean wanted) {
        if (wanted) {
            jdbc.sql("insert into notification.digests values (?, ?) on conflict do nothing")
                    .params(person.value(), Timestamp.from(clock.instant()))
                    .update();
        } else {
            jdbc.sql("delete from notification.digests where person_id = ?")
                    .param(person.value())
                    .update();
        }
    }

    List<Due> lookedAtBefore(Instant before) {
        return jdbc.sql("select person_id, looked_at from notification.digests where looked_at < ?")
                .param(Timestamp.from(before))
                .query((row, n) -> new Due(
                        PersonId.of(row.getObject(1, UUID.class)),
                        row.getTimestamp(2).toInstant()))
                .list();
    }

    /** @return false where another node was faster */
    boolean looked(Due due) {
        return jdbc.sql("update notification.digests set looked_at = ? where person_id = ? and looked_at = ?")
                        .params(Timestamp.from(clock.instant()), due.person().value(), Timestamp.from(due.lookedAt()))
                        .update()
                == 1;
    }
}
