package io.marquee.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.marquee.event.EventEvent.EventEnded;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.feedback.Feedback;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks those who came how it was, two hours after the end: the scanners have handed in by then what they decided alone. Each
 * letter is a transaction of its own, one for each address.
 */
@Component
class FeedbackLetters {
    static final TaskDescriptor<Due> ASK = TaskDescriptor.of("notification.ask-feedback", Due.class);
    private static final Duration AFTERWARDS = Duration.ofHours(2);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final PostOffice post;
    private final Pages pages;
    private final Settings settings;
    private final TicketHolders holders;
    private final Feedback feedback;
    private final EventReads events;
    private final Acting acting;

    FeedbackLetters(
            PostOffice post,
            Pages pages,
            Settings settings,
            TicketHolders holders,
            Feedback feedback,
            EventReads events,
            Acting acting) {
        this.post = post;
        this.pages = pages;
        this.settings = settings;
        this.holders = holders;
        this.feedback = feedback;
        this.events = events;
        this.acting = acting;
    }

    record Due(UUID event, UUID organization) {}

    void ask(Due due) {
        acting.asSystem(OrganizationId.of(due.organization()), () -> {
            EventView event = events.ifThere(EventId.of(due.event()));
            if (event != null) holders.eachWhoCame(event, holder -> ask(event, holder));
        });
    }

    private void ask(EventView event, Holder holder) {
        Text text = pages.text(Locale.forLanguageTag(holder.language()));
        Object[] words = {holder.name(), event.details().title()};
        String path = feedback.ask(event.id(), event.organization(), holder.about());
        Letter letter = new Letter(
                        text.code(),
                        event.details().hue(),
                        text.get("notification.feedback.subject", words),
                        text.get("notification.feedback.heading", words),
                        List.of(text.get("notification.feedback.body", words)),
                        List.of(),
                        new Button(text.get("notification.feedback.open"), settings.baseUrl() + path),
                        List.of(),
                        text.get(
                                holder.hasTicket() ? "notification.feedback.footer" : "notification.going_footer",
                                words))
                .worded("notification.feedback", words);
        post.take(new NewMail(
                "feedback_asked:" + event.id() + ":" + holder.email(),
                "feedback_asked",
                Topic.FEEDBACK,
                event.organization(),
                holder.email(),
                null,
                null,
                letter));
    }

    /** Stages the asking in the transaction that ends the event. */
    @Component
    static class WhenEnded {
        private final SchedulerClient scheduler;

        WhenEnded(SchedulerClient scheduler) {
            this.scheduler = scheduler;
        }

        @EventListener
        void on(EventEnded ended) {
            Due due = new Due(ended.event().value(), ended.organization().value());
            scheduler.scheduleIfNotExists(ASK.instance(ended.event().toString())
                    .data(due)
                    .scheduledTo(ended.at().plus(AFTERWARDS)));
        }
    }

    /** The job asks for its work when it runs: the scheduler, through which mails go, is made of its jobs. */
    @Configuration(proxyBeanMethods = false)
    static class Task {
        @Bean
        OneTimeTask<Due> askForFeedback(ObjectProvider<FeedbackLetters> letters) {
            return Tasks.oneTime(ASK)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
                    .execute((job, context) -> letters.getObject().ask(job.getData()));
        }
    }
}
