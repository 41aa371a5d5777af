package io.marquee.privacy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.marquee.identity.SecretToken;
import io.marquee.kernel.Refusal;
import io.marquee.platform.personal.Subject;
import io.marquee.platform.tenancy.Acting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the archives that were asked for, erases whose time has come, and forgets what is over. */
@Component
class DueData {
    private static final Duration LATER = Duration.ofDays(1);

    private final Records records;
    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    DueData(
            Records records,
            JdbcClient jdbc,
            Acting acting,
            TransactionTemplate transaction,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.records = records;
        this.jdbc = jdbc;
        this.acting = acting;
        this.transaction = transaction;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> personalDataDue(DueData due) {
            return Tasks.recurring("privacy.due", FixedDelay.ofSeconds(20)).execute((instance, context) -> due.run());
        }
    }

    /** One at a time, each in a transaction of its own. */
    void run() {
        acting.asPlatform(() -> {
            while (once(this::makeOne)) Thread.onSpinWait();
            while (once(this::eraseOne)) Thread.onSpinWait();
            once(this::forget);
        });
    }

    private boolean once(java.util.function.BooleanSupplier work) {
        return Boolean.TRUE.equals(transaction.execute(status -> work.getAsBoolean()));
    }

    private record Asked(UUID id, Subject subject, String locale) {
        static Asked of(ResultSet row, int n) throws SQLException {
            return new Asked(
                    row.getObject(1, UUID.class),
                    new Subject(row.getObject(2, UUID.class), row.getString(3)),
                    row.getString(4));
        }
    }

    private boolean makeOne() {
        return jdbc.sql("""
                        select id, person_id, email, locale from privacy.exports where state = 'preparing'
                        order by id limit 1 for update skip locked
                        """).query(Asked::of).optional().map(this::make).orElse(false);
    }

    private boolean make(Asked asked) {
        SecretToken token = SecretToken.next("");
        Instant until = clock.instant().plus(PersonalData.KEPT);
        int rows = jdbc.sql("""
                        update privacy.exports set state = 'ready', archive = ?, token_hash = ?, expires_at = ?
                        where id = ? and state = 'preparing'
                        """)
                .params(records.archive(asked.subject), token.hash(), Timestamp.from(until), asked.id)
                .update();
        publisher.publishEvent(new PrivacyLetterDue(
                "export-" + asked.id,
                "archive",
                asked.subject.email(),
                asked.locale,
                "/data/archives/" + token.text(),
                until));
        return rows == 1;
    }

    private boolean eraseOne() {
        return jdbc.sql("""
                        select id, person_id, email, locale from privacy.erasures where state = 'waiting' and due_at <= ?
                        order by due_at limit 1 for update skip locked
                        """)
                .param(Timestamp.from(clock.instant()))
                .query(Asked::of)
                .optional()
                .map(this::erase)
                .orElse(false);
    }

    /** Where something came into the way since they asked, it is tried again a day later. */
    private boolean erase(Asked asked) {
        Timestamp now = Timestamp.from(clock.instant());
        try {
            records.requireErasable(asked.subject);
        } catch (Refusal inTheWay) {
            return jdbc.sql("update privacy.erasures set due_at = ? where id = ?")
                            .params(Timestamp.from(clock.instant().plus(LATER)), asked.id)
                            .update()
                    == 1;
        }
        String gone = "erased-" + asked.id + "@erased.invalid";
        records.erase(asked.subject, gone);
        jdbc.sql("delete from privacy.exports where email = ?")
                .param(asked.subject.email())
                .update();
        jdbc.sql("delete from privacy.proofs where email = ?")
                .param(asked.subject.email())
                .update();
        return jdbc.sql("""
                                update privacy.erasures set email = :gone, ended_at = :now,
                                  state = case when id = :id then 'done' else state end
                                where email = :email
                                """)
                        .param("gone", gone)
                        .param("now", now)
                        .param("id", asked.id)
                        .param("email", asked.subject.email())
                        .update()
                >= 1;
    }

    private boolean forget() {
        Timestamp now = Timestamp.from(clock.instant());
        int rows = jdbc.sql("delete from privacy.exports where expires_at < ?")
                .param(now)
                .update();
        return rows
                        + jdbc.sql("delete from privacy.proofs where expires_at < ?")
                                .param(now)
                                .update()
                > 0;
    }
}
