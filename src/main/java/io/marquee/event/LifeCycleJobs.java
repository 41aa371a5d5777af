package io.marquee.event;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Stages the jobs at an event's own times, in the transaction that publishes or moves it. They are never withdrawn: a job
 * whose event has other times or another state by then does nothing. The event's version is part of a job's name, so that a
 * new time never meets the running job of the old one.
 */
@Component
class LifeCycleJobs {
    static final TaskDescriptor<Due> START = TaskDescriptor.of("event.start", Due.class);
    static final TaskDescriptor<Due> END = TaskDescriptor.of("event.end", Due.class);

    private final SchedulerClient scheduler;

    LifeCycleJobs(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    /** Which event's time has come. */
    record Due(UUID event, UUID organization) {}

    /** For an event that is published or live. */
    void stage(EventView event) {
        if (event.state() == EventState.PUBLISHED) {
            stage(START, event, event.startsAt());
        }
        stage(END, event, event.endsAt());
    }

    private void stage(TaskDescriptor<Due> task, EventView event, Instant at) {
        Due due = new Due(event.id().value(), event.organization().value());
        scheduler.scheduleIfNotExists(
                task.instance(event.id() + "/" + event.version()).data(due).scheduledTo(at));
    }
}
