package io.marquee.event;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of the life cycle. They ask for it when they run: it stages jobs itself, so neither can be made before the other. */
@Configuration(proxyBeanMethods = false)
class LifeCycleConfiguration {
    private static final Duration BETWEEN_ARCHIVINGS = Duration.ofHours(1);

    @Bean
    CustomTask<LifeCycleJobs.Due> eventStart(ObjectProvider<LifeCycle> lifeCycle) {
        return Tasks.custom(LifeCycleJobs.START)
                .execute((job, context) -> done(
                        context.getExecution().getExecutionTime(),
                        lifeCycle
                                .getObject()
                                .start(
                                        EventId.of(job.getData().event()),
                                        OrganizationId.of(job.getData().organization()))));
    }

    @Bean
    CustomTask<LifeCycleJobs.Due> eventEnd(ObjectProvider<LifeCycle> lifeCycle) {
        return Tasks.custom(LifeCycleJobs.END)
                .execute((job, context) -> done(
                        context.getExecution().getExecutionTime(),
                        lifeCycle
                                .getObject()
                                .end(
                                        EventId.of(job.getData().event()),
                                        OrganizationId.of(job.getData().organization()))));
    }

    /**
     * A node whose clock was ahead takes a job too early: it comes again at its time. One whose event was moved meanwhile is done:
     * another was staged for the new time.
     */
    static CompletionHandler<LifeCycleJobs.Due> done(Instant staged, @Nullable Instant ahead) {
        return ahead != null && ahead.equals(staged)
                ? (complete, operations) -> operations.reschedule(complete, ahead)
                : new CompletionHandler.OnCompleteRemove<>();
    }

    @Bean
    RecurringTask<Void> eventArchive(ObjectProvider<LifeCycle> lifeCycle) {
        return Tasks.recurring("event.archive", FixedDelay.of(BETWEEN_ARCHIVINGS))
                .execute((job, context) -> {
                    while (lifeCycle.getObject().archive() == LifeCycle.MOST_AT_ONCE) {
                        // a transaction for each lot: the next one
                    }
                });
    }
}
