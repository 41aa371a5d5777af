package io.marquee.platform.jobs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/**
 * Delivers events again whose listener failed or died half way. Modulith marks what takes too long as failed; one node
 * takes those up here. Listeners may therefore run twice and late, never not at all.
 */
@Configuration(proxyBeanMethods = false)
class EventRedelivery {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> redeliverEvents(FailedEventPublications failed) {
        ResubmissionOptions options =
                ResubmissionOptions.defaults().withMinAge(PATIENCE).withBatchSize(100);
        return Tasks.recurring("platform.redeliver-events", FixedDelay.of(EVERY))
                .execute((instance, context) -> failed.resubmit(options));
    }
}
