package io.marquee.notification;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.marquee.notification.MailPace.Turn;
import io.marquee.notification.MailPace.Wait;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends one mail; a failure is tried again after 10 s, 30 s, 90 s and so on, {@link MailSending#TRIES} times. */
@Configuration(proxyBeanMethods = false)
class MailJobs {
    static final TaskDescriptor<Send> SEND = TaskDescriptor.of("notification.send", Send.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);

    /** @param turn null as long as it has none */
    record Send(UUID mail, @Nullable Turn turn) {
        static Send first(UUID mail) {
            return new Send(mail, null);
        }
    }

    /** One after the other on one node: tickets of what was sold. The scheduler, through which mails go, is made of its jobs. */
    @Bean
    RecurringTask<Void> mailTickets(ObjectProvider<TicketMailing> mailing) {
        return Tasks.recurring("notification.mail-tickets", FixedDelay.of(EVERY))
                .execute((instance, context) -> mailing.getObject().mailAll());
    }

    /** Often, since mornings come at other times elsewhere; whoever had theirs is not looked at again. */
    @Bean
    RecurringTask<Void> writeDigests(ObjectProvider<Digests> digests) {
        return Tasks.recurring("notification.write-digests", FixedDelay.of(Duration.ofMinutes(20)))
                .execute((instance, context) -> digests.getObject().writeAll());
    }

    @Bean
    CustomTask<Send> sendMail(MailSending sending) {
        return Tasks.custom(SEND)
                .onFailure(new FailureHandler.MaxRetriesFailureHandler<>(
                        MailSending.TRIES, new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_WAIT, 3)))
                .execute((instance, context) -> {
                    Send job = instance.getData();
                    Wait wait = sending.send(job.mail(), Objects.requireNonNullElse(job.turn(), Turn.NONE));
                    return wait.time().isZero()
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : new CompletionHandler.OnCompleteReschedule<>(
                                    FixedDelay.of(wait.time()), new Send(job.mail(), wait.turn()));
                });
    }
}
