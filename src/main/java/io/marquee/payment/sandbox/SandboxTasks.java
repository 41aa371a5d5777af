package io.marquee.payment.sandbox;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.marquee.payment.sandbox.SandboxAgenda.Errand;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sandbox's own jobs: its clock, and its webhooks. */
@Configuration(proxyBeanMethods = false)
class SandboxTasks {
    @Bean
    Task<Errand> sandboxClock(SandboxServer server, SandboxPayouts payouts, Acting acting) {
        return Tasks.oneTime(SandboxAgenda.CLOCK).execute((instance, context) -> {
            String id = instance.getData().id();
            acting.asPlatform(() -> {
                if (id.startsWith("po_")) payouts.settle(id);
                else server.charge(id);
            });
        });
    }

    @Bean
    Task<Errand> deliverSandboxWebhook(SandboxPost post, Clock clock) {
        return Tasks.custom(SandboxAgenda.DELIVER).execute((instance, context) -> {
            Duration again = post.deliver(instance.getData().id());
            return again == null
                    ? new CompletionHandler.OnCompleteRemove<Errand>()
                    : (complete, operations) ->
                            operations.reschedule(complete, clock.instant().plus(again));
        });
    }
}
