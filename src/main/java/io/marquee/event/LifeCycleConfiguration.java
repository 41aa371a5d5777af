package io.marquee.event;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of the life cycle. They ask for it when they run: it stages jobs itself, so neither can be made before the other. */
@Configuration(proxyBeanMethods = false)
class LifeCycleConfiguration {
    private static final Duration BETWEEN_ARCHIVINGS = Duration.ofHours(1);

    @Bean
    OneTimeTask<LifeCycleJobs.Due> eventStart(ObjectProvider<LifeCycle> lifeCycle) {
        return Tasks.oneTime(LifeCycleJobs.START)
                .execute((job, context) -> lifeCycle
                        .getObject()
                        .start(
                                EventId.of(job.getData().event()),
                                OrganizationId.of(job.getData().organization())));
    }

    @Bean
    OneTimeTask<LifeCycleJobs.Due> eventEnd(ObjectProvider<LifeCycle> lifeCycle) {
        return Tasks.oneTime(LifeCycleJobs.END)
                .execute((job, context) -> lifeCycle
                        .getObject()
                        .end(
                                EventId.of(job.getData().event()),
                                OrganizationId.of(job.getData().organization())));
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
