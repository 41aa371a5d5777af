package io.marquee.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the scheduler has to do, for the administrator's eyes. */
@Component
public class JobBoard {
    private final JdbcClient jdbc;
    private final SchedulerClient scheduler;
    private final Clock clock;

    JobBoard(JdbcClient jdbc, SchedulerClient scheduler, Clock clock) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** @param failures in a row, up to now */
    public record Job(
            String task,
            String instance,
            Instant nextRun,
            boolean running,
            int failures,
            @Nullable Instant lastFailure) {}

    /** Failing ones first, then by their next run. */
    public List<Job> list(boolean onlyFailing, int limit) {
        return jdbc.sql("""
                        select task_name, task_instance, execution_time, picked, coalesce(consecutive_failures, 0) failures, last_failure
                        from platform.scheduled_tasks
                        where not :failing or consecutive_failures > 0
                        order by coalesce(consecutive_failures, 0) desc, execution_time, task_name, task_instance
                        limit :limit
                        """)
                .param("failing", onlyFailing)
                .param("limit", limit)
                .query((row, n) -> {
                    Timestamp failed = row.getTimestamp("last_failure");
                    return new Job(
                            row.getString("task_name"),
                            row.getString("task_instance"),
                            row.getTimestamp("execution_time").toInstant(),
                            row.getBoolean("picked"),
                            row.getInt("failures"),
                            failed == null ? null : failed.toInstant());
                })
                .list();
    }

    /** Runs a waiting job now. @return false when it is gone or under way */
    public boolean runNow(String task, String instance) {
        TaskInstanceId id = TaskInstanceId.of(task, instance);
        return scheduler
                .getScheduledExecution(id)
                .filter(execution -> !execution.isPicked())
                .map(execution -> scheduler.reschedule(id, clock.instant()))
                .orElse(false);
    }
}
