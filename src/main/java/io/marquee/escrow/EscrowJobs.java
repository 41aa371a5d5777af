package io.marquee.escrow;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Jobs on stakes. */
@Configuration(proxyBeanMethods = false)
class EscrowJobs {
    private static final Duration BETWEEN_PASSES = Duration.ofSeconds(30);

    /** Acts for the whole platform to find what is due, and for each organization to decide about it. */
    @Bean
    RecurringTask<Void> settleStakes(Settling settling) {
        return Tasks.recurring("escrow.settle-stakes", FixedDelay.of(BETWEEN_PASSES))
                .execute((instance, context) -> settling.pass());
    }
}
