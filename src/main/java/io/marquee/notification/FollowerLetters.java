package io.marquee.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.marquee.event.EventEvent;
import io.marquee.event.EventEvent.EventEdited;
import io.marquee.event.EventEvent.EventPublished;
import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.event.Visibility;
import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.organization.Followers;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Circulation;
import io.marquee.platform.mail.Circulation.Circular;
import io.marquee.platform.mail.Circulation.Copy;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells those who follow an organization of an event that it published for everybody, a batch a transaction. Not at once: what was
 * a slip is taken back before anybody hears. Of a series they are told once.
 */
@Component
class FollowerLetters {
    static final TaskDescriptor<Due> TELL = TaskDescriptor.of("notification.tell-followers", Due.class);
    static final String KIND = "event_announced";
    static final Duration SECOND_THOUGHTS = Duration.ofMinutes(10);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 200;

    private final Circulation circulation;
    private final Followers followers;
    private final People people;
    private final EventReads events;
    private final OrganizationReads organizations;
    private final Pages pages;
    private final Settings settings;
    private final Acting acting;
    private final Clock clock;

    FollowerLetters(
            Circulation circulation,
            Followers followers,
            People people,
            EventReads events,
            OrganizationReads organizations,
            Pages pages,
            Settings settings,
            Acting acting,
            Clock clock) {
        this.circulation = circulation;
        this.followers = followers;
        this.people = people;
        this.events = events;
        this.organizations = organizations;
        this.pages = pages;
        this.settings = settings;
        this.acting = acting;
        this.clock = clock;
    }

    /** @param series that the event was of when it was published; null for one of its own */
    record Due(UUID event, UUID organization, @Nullable UUID series) {}

    void tell(Due due) {
        acting.asSystem(OrganizationId.of(due.organization()), () -> {
            EventId published = EventId.of(due.event());
            // one that was alone may be the first of many by now
            UUID series = due.series() == null ? events.seriesOf(published) : due.series();
            EventView event = series == null ? events.ifThere(published) : events.nextOfSeries(series, clock.instant());
            if (event != null && isForAll(event)) tellAll(event, series);
        });
    }

    /** Published shortly before it began, it is on by now. */
    private boolean isForAll(EventView event) {
        boolean runs = event.state() == EventState.PUBLISHED || event.state() == EventState.LIVE;
        return runs
                && event.details().visibility() == Visibility.PUBLIC
                && clock.instant().isBefore(event.endsAt());
    }

    private void tellAll(EventView event, @Nullable UUID series) {
        String what = series == null ? "event:" + event.id() : "series:" + series;
        Circular circular = new Circular(event.id().value(), KIND, Topic.NEWS, event.organization(), true, true);
        String host = organizations.byId(event.organization()).name();
        Map<Locale, Letter> letters = new HashMap<>();
        List<PersonId> some = followers.batch(event.organization(), null, AT_ONCE);
        while (!some.isEmpty()) {
            List<Copy> copies = people.byIds(some).values().stream()
                    .filter(PersonView::verified)
                    .map(person -> new Copy(
                            KIND + ":" + what + ":" + person.id(),
                            person.email().value(),
                            letters.computeIfAbsent(person.locale(), locale -> letter(event, host, locale))))
                    .toList();
            if (!copies.isEmpty()) circulation.hand(circular, copies);
            some = followers.batch(event.organization(), some.getLast(), AT_ONCE);
        }
    }

    private Letter letter(EventView event, String host, Locale locale) {
        Text text = pages.text(locale);
        Object[] words = {host, event.details().title()};
        String summary = event.details().summary();
        String body = text.get("notification.event_announced.body", words);
        return new Letter(
                text.code(),
                event.details().hue(),
                text.get("notification.event_announced.subject", words),
                text.get("notification.event_announced.heading", words),
                summary.isEmpty() ? List.of(body) : List.of(body, summary),
                EventFacts.of(event, text),
                new Button(text.get("notification.open_event"), settings.baseUrl() + "/events/" + event.slug()),
                List.of(),
                text.get("notification.event_announced.footer", words));
    }

    /** Stages the telling in the transaction that publishes the event, or opens it to everybody; once for all of a series. */
    @Component
    static class WhenPublished {
        private final SchedulerClient scheduler;
        private final EventReads events;
        private final Acting acting;

        WhenPublished(SchedulerClient scheduler, EventReads events, Acting acting) {
            this.scheduler = scheduler;
            this.events = events;
            this.acting = acting;
        }

        /** Nobody wants three hundred letters about a programme that came in at once. */
        @EventListener
        void on(EventPublished published) {
            if (!published.imported()) stage(published, published.at());
        }

        @EventListener
        void on(EventEdited edited) {
            if (edited.opened()) stage(edited, edited.at());
        }

        private void stage(EventEvent happened, Instant at) {
            EventId event = happened.event();
            UUID series = acting.asSystem(happened.organization(), () -> events.seriesOf(event));
            Due due = new Due(event.value(), happened.organization().value(), series);
            scheduler.scheduleIfNotExists(
                    TELL.instance(name(event, series)).data(due).scheduledTo(at.plus(SECOND_THOUGHTS)));
        }
    }

    static String name(EventId event, @Nullable UUID series) {
        return (series == null ? event.value() : series) + "/published";
    }

    /** The job asks for its work when it runs: the scheduler, through which mails go, is made of its jobs. */
    @Configuration(proxyBeanMethods = false)
    static class Task {
        @Bean
        OneTimeTask<Due> tellFollowers(ObjectProvider<FollowerLetters> letters) {
            return Tasks.oneTime(TELL)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
                    .execute((job, context) -> letters.getObject().tell(job.getData()));
        }
    }
}
