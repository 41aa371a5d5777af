package io.marquee.ticketing;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What keeps the stock true by itself. One job for all holds instead of one for each: a hold costs one statement, and
 * whoever wants expired stock before the job comes by reclaims it.
 */
@Configuration(proxyBeanMethods = false)
class StockJobs {
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 20);

    @Bean
    RecurringTask<Void> expireHolds(HoldExpiry expiry) {
        return Tasks.recurring("ticketing.expire-holds", FixedDelay.of(EVERY))
                .execute((instance, context) -> expiry.expireDue());
    }

    @Bean
    RecurringTask<Void> settleSales(SalesSettlement settlement) {
        return Tasks.recurring("ticketing.settle-sales", FixedDelay.of(EVERY))
                .execute((instance, context) -> settlement.settleAll());
    }

    @Bean
    RecurringTask<Void> recountStock(StockRecount recount) {
        return Tasks.recurring("ticketing.recount-stock", new Daily(ZoneOffset.UTC, AT_NIGHT))
                .execute((instance, context) -> recount.report());
    }

    @Bean
    OneTimeTask<NoShows.Ended> expireTickets(NoShows noShows) {
        return Tasks.oneTime(NoShows.TASK).execute((instance, context) -> noShows.expire(instance.getData()));
    }
}
