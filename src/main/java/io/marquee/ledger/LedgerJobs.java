package io.marquee.ledger;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LedgerJobs {
    private static final Duration EVERY = Duration.ofSeconds(20);

    @Bean
    RecurringTask<Void> sealPostings(Sealing sealing) {
        return Tasks.recurring("ledger.seal", FixedDelay.of(EVERY)).execute((instance, context) -> sealing.seal());
    }
}
