package io.marquee.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.marquee.event.EventEvent;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Stages reminders in the transaction that publishes an event or moves it. They are never withdrawn: one whose event has other
 * times or another state by then does nothing. The event's version is part of a job's name, as with those of its life cycle.
 */
@Component
class ReminderJobs {
    static final TaskDescriptor<Due> REMIND = TaskDescriptor.of("notification.remind", Due.class);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final SchedulerClient scheduler;
    private final EventReads events;
    private final Acting acting;
    private final Clock clock;

    ReminderJobs(SchedulerClient scheduler, EventReads events, Acting acting, Clock clock) {
        this.scheduler = scheduler;
        this.events = events;
        this.acting = acting;
        this.clock = clock;
    }

    record Due(UUID event, UUID organization, Lead lead) {}

    @EventListener
    void on(EventEvent happened) {
        switch (happened) {
            case EventEvent.EventPublished published -> stage(published);
            case EventEvent.EventEdited edited -> stage(edited);
            case EventEvent.EventPostponed postponed -> stage(postponed);
            case EventEvent.EventCopied copied -> {}
            case EventEvent.EventStarted started -> {}
            case EventEvent.EventEnded ended -> {}
            case EventEvent.EventCancelled cancelled -> {}
            case EventEvent.CoOrganizerInvited invited -> {}
        }
    }

    private void stage(EventEvent happened) {
        EventView event = acting.asSystem(happened.organization(), () -> events.byId(happened.event()));
        for (Lead lead : Lead.values()) {
            Instant at = event.startsAt().minus(lead.before);
            // whoever buys that late knows
            if (Reminders.mayCome(event) && at.isAfter(clock.instant())) stage(event, lead, at);
        }
    }

    private void stage(EventView event, Lead lead, Instant at) {
        Due due = new Due(event.id().value(), event.organization().value(), lead);
        scheduler.scheduleIfNotExists(REMIND.instance(event.id() + "/" + event.version() + "/" + lead)
                .data(due)
                .scheduledTo(at));
    }

    /** The job asks for its work when it runs: the scheduler, through which mails go, is made of its jobs. */
    @Configuration(proxyBeanMethods = false)
    static class Task {
        @Bean
        OneTimeTask<Due> remind(ObjectProvider<Reminders> reminders) {
            return Tasks.oneTime(REMIND)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
                    .execute((job, context) -> reminders.getObject().send(job.getData()));
        }
    }
}
