package io.marquee.ordering;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Jobs on orders. */
@Configuration(proxyBeanMethods = false)
class OrderJobs {
    private static final Duration BETWEEN_PASSES = Duration.ofSeconds(30);
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(10);
    private static final int AT_ONCE = 500;

    @Bean
    CustomTask<CancelledEvents.Cancelled> unwindCancelledEvents(CancelledEvents events, Clock clock) {
        return Tasks.custom(CancelledEvents.TASK).execute((instance, context) -> {
            boolean done = events.pass(instance.getData());
            return done
                    ? new CompletionHandler.OnCompleteRemove<>()
                    : new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(BETWEEN_PASSES));
        });
    }

    /** Staged by the migration that brings the books, where there was something to post. */
    @Bean
    OneTimeTask<Void> bookPastOrders(PastOrders past) {
        return Tasks.oneTime("ordering.book-past-orders")
                .onFailureRetryLater()
                .execute((instance, context) -> past.book());
    }

    /** Acts for the whole platform to find what nobody answered, and for each organization to end it. */
    @Bean
    RecurringTask<Void> lapseApprovals(Approvals approvals) {
        return Tasks.recurring("ordering.lapse-approvals", FixedDelay.of(BETWEEN_PASSES))
                .execute((instance, context) -> approvals.lapse());
    }

    @Bean
    RecurringTask<Void> forgetOldCounterKeys(CounterKeys keys, Acting acting) {
        return Tasks.recurring("ordering.forget-counter-keys", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> acting.asPlatform(keys::forgetOld));
    }

    /**
     * An order expires with its hold. This finds the few whose hold expired while they were being made, acting for the
     * whole platform.
     */
    @Bean
    RecurringTask<Void> expireOverdueOrders(
            Orders orders, Ending ending, Acting acting, TransactionTemplate transaction, Clock clock) {
        return Tasks.recurring("ordering.expire-overdue", FixedDelay.of(BETWEEN_SWEEPS))
                .execute((instance, context) -> {
                    List<OrderView> overdue = acting.asPlatform(() -> transaction.execute(
                            status -> orders.overdue(clock.instant().minus(BETWEEN_SWEEPS), AT_ONCE)));
                    overdue.forEach(order -> acting.asSystem(order.organization(), () -> ending.expire(order)));
                });
    }
}
