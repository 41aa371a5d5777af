package io.marquee.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealJob {
    /** Some at a time: while a sale is on, sealing falls behind and leaves the machine to it. */
    private static final Duration EVERY = Duration.ofSeconds(30);

    @Bean
    RecurringTask<Void> sealTrail(Seals seals) {
        return Tasks.recurring("audit.seal", FixedDelay.of(EVERY)).execute((instance, context) -> seals.sealSome());
    }
}
