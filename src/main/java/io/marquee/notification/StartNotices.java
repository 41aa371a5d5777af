package io.marquee.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.marquee.event.EventEvent.EventStarted;
import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Circulation;
import io.marquee.platform.mail.Circulation.Circular;
import io.marquee.platform.mail.Circulation.Copy;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells everybody who comes that an event has begun: within the product, and by mail where it takes place online and the mail
 * leads there. Whoever goes somewhere had a mail an hour ago, and is on their way. A batch is a transaction; each address hears
 * once, and nobody of what is over by then.
 */
@Component
class StartNotices {
    static final TaskDescriptor<Due> TELL = TaskDescriptor.of("notification.tell-start", Due.class);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 200;

    private final Circulation circulation;
    private final TicketHolders holders;
    private final EventReads events;
    private final Pages pages;
    private final Settings settings;
    private final Acting acting;
    private final Clock clock;

    StartNotices(
            Circulation circulation,
            TicketHolders holders,
            EventReads events,
            Pages pages,
            Settings settings,
            Acting acting,
            Clock clock) {
        this.circulation = circulation;
        this.holders = holders;
        this.events = events;
        this.pages = pages;
        this.settings = settings;
        this.acting = acting;
        this.clock = clock;
    }

    record Due(UUID event, UUID organization) {}

    void tell(Due due) {
        acting.asSystem(OrganizationId.of(due.organization()), () -> {
            EventView event = events.ifThere(EventId.of(due.event()));
            if (event != null && isOn(event)) tellAll(event);
        });
    }

    private boolean isOn(EventView event) {
        return event.state() == EventState.LIVE && clock.instant().isBefore(event.endsAt());
    }

    private void tellAll(EventView event) {
        boolean online = event.details().onlineUrl() != null;
        Circular circular =
                new Circular(event.id().value(), "event_begun", Topic.REMINDERS, event.organization(), online, true);
        List<Copy> copies = new ArrayList<>();
        holders.eachComing(event, holder -> {
            copies.add(new Copy(
                    "event_begun:" + event.id() + ":" + holder.email(), holder.email(), letter(event, holder)));
            if (copies.size() == AT_ONCE) hand(circular, copies);
        });
        hand(circular, copies);
    }

    private void hand(Circular circular, List<Copy> copies) {
        if (!copies.isEmpty()) circulation.hand(circular, List.copyOf(copies));
        copies.clear();
    }

    private Letter letter(EventView event, Holder holder) {
        Text text = pages.text(Locale.forLanguageTag(holder.language()));
        Object[] words = {holder.name(), event.details().title()};
        return new Letter(
                text.code(),
                event.details().hue(),
                text.get("notification.event_begun.subject", words),
                text.get("notification.event_begun.heading", words),
                List.of(text.get("notification.event_begun.body", words)),
                holder.facts(event, text, settings),
                holder.button(event, text, settings),
                List.of(),
                text.get(holder.hasTicket() ? "notification.reminder.footer" : "notification.going_footer", words));
    }

    /** Stages the telling in the transaction that starts the event. */
    @Component
    static class WhenStarted {
        private final SchedulerClient scheduler;

        WhenStarted(SchedulerClient scheduler) {
            this.scheduler = scheduler;
        }

        @EventListener
        void on(EventStarted started) {
            Due due = new Due(started.event().value(), started.organization().value());
            scheduler.scheduleIfNotExists(
                    TELL.instance(started.event() + "/started").data(due).scheduledTo(started.at()));
        }
    }

    /** The job asks for its work when it runs: the scheduler, through which mails go, is made of its jobs. */
    @Configuration(proxyBeanMethods = false)
    static class Task {
        @Bean
        OneTimeTask<Due> tellStart(ObjectProvider<StartNotices> notices) {
            return Tasks.oneTime(TELL)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
                    .execute((job, context) -> notices.getObject().tell(job.getData()));
        }
    }
}
