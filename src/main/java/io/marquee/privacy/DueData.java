package io.marquee.privacy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.marquee.platform.jobs.EachAlone;
import io.marquee.platform.personal.Subject;
import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
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
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);

    private final Records records;
    private final Archives archives;
    private final PersonalData data;
    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    DueData(
            Records records,
            Archives archives,
            PersonalData data,
            JdbcClient jdbc,
            Acting acting,
            TransactionTemplate transaction,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.records = records;
        this.archives = archives;
        this.data = data;
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

    /** Each in a transaction of its own; what fails is tried again later. */
    void run() {
        acting.asPlatform(() -> EachAlone.sum(
                List.<IntSupplier>of(this::makeAll, this::eraseAll, () -> once(this::forget)), IntSupplier::getAsInt));
    }

    private int makeAll() {
        return EachAlone.sum(
                due("select id from privacy.exports where state = 'preparing' and due_at <= ? order by id"),
                archives::make);
    }

    private int eraseAll() {
        return EachAlone.sum(
                due("select id from privacy.erasures where state = 'waiting' and due_at <= ? order by due_at"),
                this::eraseOrLater);
    }

    private List<UUID> due(String sql) {
        return transaction.execute(status -> jdbc.sql(sql)
                .param(Timestamp.from(clock.instant()))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
    }

    private int eraseOrLater(UUID id) {
        try {
            return once(() -> eraseOne(id));
        } catch (RuntimeException e) {
            // gone meanwhile is as good as later
            once(() -> jdbc.sql("update privacy.erasures set due_at = ? where id = ?")
                    .params(Timestamp.from(clock.instant().plus(AFTER_FAILURE)), id)
                    .update());
            throw e;
        }
    }

    private int once(IntSupplier work) {
        return transaction.execute(status -> work.getAsInt());
    }

    private int eraseOne(UUID id) {
        return jdbc.sql("""
                        select id, person_id, email, locale from privacy.erasures
                        where id = ? and state = 'waiting' and due_at <= ? for update skip locked
                        """)
                .params(id, Timestamp.from(clock.instant()))
                .query(Asked::of)
                .optional()
                .map(this::erase)
                .orElse(0);
    }

    private int erase(Asked asked) {
        Subject subject = records.asOfNow(asked.subject());
        try {
            records.requireErasable(subject);
        } catch (PrivacyRefused.InTheWay inTheWay) {
            return putOff(asked, inTheWay);
        }
        Timestamp now = Timestamp.from(clock.instant());
        String gone = "erased-" + asked.id() + "@erased.invalid";
        records.erase(subject, gone);
        archives.removeThoseOf(asked.subject().email());
        jdbc.sql("delete from privacy.proofs where email = ?")
                .param(asked.subject().email())
                .update();
        return jdbc.sql("""
                        update privacy.erasures set email = :gone, ended_at = :now, in_the_way = null, in_the_way_names = null,
                          state = case when id = :id then 'done' else state end
                        where email = :email
                        """)
                .param("gone", gone)
                .param("now", now)
                .param("id", asked.id())
                .param("email", asked.subject().email())
                .update();
    }

    /** Something came into the way since they asked: it is tried again each day, and they are told once. */
    private int putOff(Asked asked, PrivacyRefused.InTheWay inTheWay) {
        Instant again = clock.instant().plus(LATER);
        int first = jdbc.sql("select count(*) from privacy.erasures where id = ? and in_the_way is null")
                .param(asked.id())
                .query(Integer.class)
                .single();
        int rows = jdbc.sql("update privacy.erasures set due_at = ?, in_the_way = ?, in_the_way_names = ? where id = ?")
                .params(Timestamp.from(again), inTheWay.code(), inTheWay.names(), asked.id())
                .update();
        if (first == 1) {
            publisher.publishEvent(new PrivacyLetterDue(
                    "put-off-" + asked.id(),
                    "put_off",
                    asked.subject().email(),
                    asked.locale(),
                    data.prove(asked.subject().email(), asked.locale(), PersonalData.KEPT),
                    again));
        }
        return rows;
    }

    private int forget() {
        Timestamp now = Timestamp.from(clock.instant());
        return archives.removeBefore(now)
                + jdbc.sql("delete from privacy.proofs where expires_at < ?")
                        .param(now)
                        .update();
    }
}
