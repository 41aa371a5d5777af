package io.marquee.identity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets what is over: a session or link that ended long ago tells where somebody was, and helps nobody. */
@Configuration(proxyBeanMethods = false)
class IdentityJobs {
    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> forgetEndedSessions(AsPlatform asPlatform, JdbcClient jdbc, Clock clock) {
        return Tasks.recurring("identity.forget-ended-sessions", FixedDelay.ofHours(6))
                .execute((instance, context) -> {
                    Instant before = clock.instant().minus(KEPT);
                    asPlatform.run(() -> forget(jdbc, before));
                });
    }

    /** None to forget is as good as many. */
    private static void forget(JdbcClient jdbc, Instant before) {
        jdbc.sql("delete from identity.sessions where expires_at < :before or revoked_at < :before")
                .param("before", Timestamp.from(before))
                .update();
        jdbc.sql("delete from identity.api_tokens where expires_at < :before or revoked_at < :before")
                .param("before", Timestamp.from(before))
                .update();
        jdbc.sql("delete from identity.one_time_tokens where expires_at < :before or used_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
