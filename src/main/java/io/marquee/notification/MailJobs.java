package io.marquee.notification;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.marquee.notification.MailPace.Turn;
import io.marquee.notification.MailPace.Wait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** A turn that nobody took for so long is over: after a standstill all of them would go at once. */
    private static final Duration TURN = Duration.ofSeconds(2);

    /** @param turn null as long as it has none @param failures null as long as none; the scheduler forgets its own with each wait for a turn */
    record Send(UUID mail, @Nullable Turn turn, @Nullable Integer failures) {
        static Send first(UUID mail) {
            return new Send(mail, null, null);
        }

        /** @param due when it was to come back */
        Turn turnAt(Instant due, Instant now) {
            return turn == null || now.isAfter(due.plus(TURN)) ? Turn.NONE : turn;
        }

        Send at(Turn turn) {
            return new Send(mail, turn, failures);
        }

        /** It asks for a turn anew. */
        Send failed() {
            return new Send(mail, null, Objects.requireNonNullElse(failures, 0) + 1);
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
    CustomTask<Send> sendMail(MailSending sending, Clock clock) {
        return Tasks.custom(SEND)
                .onFailure((complete, operations) -> tryAgain(complete, operations))
                .execute((instance, context) -> {
                    Send job = instance.getData();
                    Instant due = context.getExecution().executionTime;
                    Wait wait = sending.send(job.mail(), job.turnAt(due, clock.instant()));
                    return wait.time().isZero()
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : new CompletionHandler.OnCompleteReschedule<>(
                                    FixedDelay.of(wait.time()), job.at(wait.turn()));
                });
    }

    private static void tryAgain(ExecutionComplete complete, ExecutionOperations<Send> operations) {
        Send job = ((Send) complete.getExecution().taskInstance.getData()).failed();
        int failures = Objects.requireNonNull(job.failures());
        if (failures > MailSending.TRIES) {
            operations.remove();
        } else {
            Duration wait = FIRST_WAIT.multipliedBy((long) Math.pow(3, failures - 1));
            operations.reschedule(complete, complete.getTimeDone().plus(wait), job);
        }
    }
}
