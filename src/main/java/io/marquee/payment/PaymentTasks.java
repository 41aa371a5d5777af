package io.marquee.payment;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.marquee.payment.PaymentAgenda.Errand;
import io.marquee.platform.tenancy.Acting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The jobs about money. Each may run twice and late. */
@Configuration(proxyBeanMethods = false)
class PaymentTasks {
    /** Steady, since nothing may stay undecided for hours only because it went wrong a few times. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(20);

    @Bean
    Task<Errand> pollPayment(Followup followup) {
        return repeated(PaymentAgenda.POLL, id -> followup.payment(PaymentId.of(id)));
    }

    @Bean
    Task<Errand> endPayment(Followup followup) {
        return Tasks.oneTime(PaymentAgenda.END)
                .onFailure(new OnFailureRetryLater<>(AFTER_FAILURE))
                .execute((instance, context) ->
                        followup.end(PaymentId.of(instance.getData().id())));
    }

    @Bean
    Task<Errand> carryOutReservation(Followup followup) {
        return repeated(PaymentAgenda.CARRY_OUT, id -> followup.payment(PaymentId.of(id)));
    }

    @Bean
    Task<Errand> executeRefund(Followup followup) {
        return repeated(PaymentAgenda.REFUND, id -> followup.refund(RefundId.of(id)));
    }

    @Bean
    Task<Errand> handInEvidence(EvidenceDelivery delivery) {
        return Tasks.oneTime(PaymentAgenda.EVIDENCE)
                .onFailure(new OnFailureRetryLater<>(AFTER_FAILURE))
                .execute((instance, context) ->
                        delivery.handIn(instance.getData().id()));
    }

    /** What came in while nobody was there to handle it, such as before a crash. */
    @Bean
    RecurringTask<Void> handleWebhooks(WebhookDrain drain) {
        return Tasks.recurring("payment.webhooks", FixedDelay.ofSeconds(5))
                .execute((instance, context) -> drain.wake());
    }

    @Bean
    RecurringTask<Void> purgeWebhooks(WebhookQueue queue) {
        return Tasks.recurring("payment.purge-webhooks", new Daily(LocalTime.of(4, 10)))
                .execute((instance, context) -> queue.purge());
    }

    @Bean
    Task<Errand> sendBack(SendingBack sending) {
        return repeated(PaymentAgenda.SEND_BACK, sending::of);
    }

    /** Whole books: when it stops in the middle it goes on there, after a while. */
    @Bean
    Task<Errand> reconcile(Reconciling reconciling) {
        return Tasks.oneTime(PaymentAgenda.RECONCILE)
                .onFailure(new MaxRetriesFailureHandler<>(5, new OnFailureRetryLater<>(Duration.ofMinutes(10))))
                .execute((instance, context) ->
                        reconciling.run(instance.getData().id()));
    }

    @Bean
    RecurringTask<Void> reconcileNightly(
            Reconciliation reconciliation, Acting acting, TransactionTemplate transaction) {
        return Tasks.recurring("payment.reconcile-nightly", new Daily(LocalTime.of(3, 20)))
                .execute((instance, context) -> acting.asPlatform(
                        () -> transaction.executeWithoutResult(status -> reconciliation.startNightly())));
    }

    @Bean
    RecurringTask<Void> takeUpUndecided(Undecided undecided) {
        return Tasks.recurring("payment.take-up-undecided", FixedDelay.ofMinutes(3))
                .execute((instance, context) -> undecided.takeUp());
    }

    /** @param work answers when to come again, or null when there is nothing left to do */
    private static Task<Errand> repeated(TaskDescriptor<Errand> task, Function<UUID, @Nullable Instant> work) {
        return Tasks.custom(task)
                .onFailure(new OnFailureRetryLater<>(AFTER_FAILURE))
                .execute((instance, context) -> {
                    Instant again = work.apply(instance.getData().id());
                    return again == null
                            ? new CompletionHandler.OnCompleteRemove<Errand>()
                            : (complete, operations) -> operations.reschedule(complete, again);
                });
    }
}
