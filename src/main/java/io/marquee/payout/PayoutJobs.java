package io.marquee.payout;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PayoutJobs {
    @Bean
    RecurringTask<Void> catchUpOnTransfers(Transfers transfers) {
        return Tasks.recurring("payout.transfers", FixedDelay.ofMinutes(2))
                .execute((instance, context) -> transfers.catchUp());
    }

    /** Acts for the whole platform to find what is due, and for each organization to send it. */
    @Bean
    RecurringTask<Void> releasePayouts(Releasing releasing) {
        return Tasks.recurring("payout.releases", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> releasing.pass());
    }
}
