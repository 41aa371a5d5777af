package io.marquee.platform.jobs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/**
 * Delivers events again whose listener failed or died half way, a minute after it was tried last. Modulith marks what takes
 * too long as failed; one node takes those up here. Listeners may therefore run twice and late, never not at all.
 */
@Configuration(proxyBeanMethods = false)
class EventRedelivery {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> redeliverEvents(FailedEventPublications failed, Clock clock) {
        // a filter, since Modulith's own least age holds for rows without a state only, and never for a second try
        ResubmissionOptions options = ResubmissionOptions.defaults()
                .withBatchSize(100)
                .withFilter(event -> lastTried(event).isBefore(clock.instant().minus(PATIENCE)));
        return Tasks.recurring("platform.redeliver-events", FixedDelay.of(EVERY))
                .execute((instance, context) -> failed.resubmit(options));
    }

    private static Instant lastTried(EventPublication event) {
        Instant again = event.getLastResubmissionDate();
        return again == null ? event.getPublicationDate() : again;
    }
}
