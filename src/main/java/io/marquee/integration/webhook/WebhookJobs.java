package io.marquee.integration.webhook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class WebhookJobs {
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    Delivering delivering(
            EndpointTable endpoints,
            DeliveryTable deliveries,
            Endpoints secrets,
            Acting acting,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        OutwardPost post = new OutwardPost(new OutwardAddresses(), PATIENCE);
        return new Delivering(endpoints, deliveries, secrets, post, acting, transaction, events, clock);
    }

    @Bean
    RecurringTask<Void> deliverWebhooks(Delivering delivering) {
        return Tasks.recurring("integration.deliver-webhooks", FixedDelay.of(EVERY))
                .execute((instance, context) -> delivering.deliverAll());
    }

    @Bean
    RecurringTask<Void> forgetOldWebhooks(
            DeliveryTable deliveries, Acting acting, TransactionTemplate transaction, Clock clock) {
        return Tasks.recurring("integration.forget-webhooks", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> acting.asPlatform(() -> transaction.executeWithoutResult(
                        status -> deliveries.forget(clock.instant().minus(KEPT)))));
    }
}
