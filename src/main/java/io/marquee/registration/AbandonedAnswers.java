package io.marquee.registration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers of people who did not buy in the end are nobody's business: they go two weeks after the hold was taken, by when also a
 * late payment has come or will not. Holds' ids begin with the time of their making, so a night looks at those of some weeks and not
 * at all that was ever answered; what was missed by a machine that was switched off is caught up on for two months.
 */
@Component
class AbandonedAnswers {
    private static final Duration KEPT = Duration.ofDays(14);
    private static final Duration LOOKS_BACK = Duration.ofDays(75);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 40);
    private static final int MILLIS_AT = 16;

    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AbandonedAnswers(JdbcClient jdbc, Acting acting, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Of all organizations: it acts as the platform. @return how many answers went */
    int forget() {
        Instant now = clock.instant();
        return acting.asPlatform(() -> transaction.execute(status -> jdbc.sql("""
                        delete from registration.answers where hold_id in (
                          select ticketing.abandoned(array(
                            select distinct hold_id from registration.answers where hold_id >= ? and hold_id < ?)))
                        """)
                .params(firstId(now.minus(LOOKS_BACK)), firstId(now.minus(KEPT)))
                .update()));
    }

    private static UUID firstId(Instant at) {
        return new UUID(at.toEpochMilli() << MILLIS_AT, 0);
    }

    @Configuration(proxyBeanMethods = false)
    static class Jobs {
        @Bean
        RecurringTask<Void> forgetAbandonedAnswers(AbandonedAnswers answers) {
            return Tasks.recurring("registration.forget-abandoned-answers", new Daily(ZoneOffset.UTC, AT_NIGHT))
                    .execute((instance, context) -> answers.forget());
        }
    }
}
