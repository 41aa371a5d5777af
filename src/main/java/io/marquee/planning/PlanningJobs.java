package io.marquee.planning;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.marquee.planning.TaskTable.Late;
import io.marquee.platform.jobs.EachAlone;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of planning; a transaction for each event. They ask for their work when they run. */
@Configuration(proxyBeanMethods = false)
class PlanningJobs {
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);
    /** A day's tasks are late at its end, in the zone of each event. */
    private static final Duration BETWEEN_CHECKS = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> planningMilestones(ObjectProvider<Milestones> milestones) {
        return Tasks.recurring("planning.milestones", FixedDelay.of(BETWEEN_LOOKS))
                .execute((job, context) -> EachAlone.sum(milestones.getObject().news(), milestones.getObject()::note));
    }

    @Bean
    RecurringTask<Void> planningOverdue(ObjectProvider<OverdueTasks> tasks) {
        return Tasks.recurring("planning.overdue", FixedDelay.of(BETWEEN_CHECKS))
                .execute((job, context) -> {
                    List<Late> late = tasks.getObject().late();
                    while (!late.isEmpty()) {
                        EachAlone.sum(late, tasks.getObject()::tell);
                        late = late.size() < OverdueTasks.MOST_AT_ONCE
                                ? List.of()
                                : tasks.getObject().late();
                    }
                });
    }
}
