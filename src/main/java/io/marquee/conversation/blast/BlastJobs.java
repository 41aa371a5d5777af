package io.marquee.conversation.blast;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.marquee.kernel.OrganizationId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends one blast at its time; what was cancelled meanwhile is left alone. */
@Configuration(proxyBeanMethods = false)
class BlastJobs {
    static final TaskDescriptor<Send> SEND = TaskDescriptor.of("conversation.send-blast", Send.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    record Send(UUID blast, UUID organization) {}

    /** The scheduler, through which mails go, is made of its jobs. */
    @Bean
    OneTimeTask<Send> sendBlast(ObjectProvider<BlastSending> sending) {
        return Tasks.oneTime(SEND)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
                .execute((job, context) -> sending.getObject()
                        .send(
                                new BlastId(job.getData().blast()),
                                OrganizationId.of(job.getData().organization())));
    }
}
