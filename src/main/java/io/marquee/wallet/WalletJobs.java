package io.marquee.wallet;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WalletJobs {
    private static final Duration EVERY = Duration.ofSeconds(30);

    @Bean
    RecurringTask<Void> spreadPassNews(PassNews news) {
        return Tasks.recurring("wallet.spread-news", FixedDelay.of(EVERY))
                .execute((instance, context) -> news.spread());
    }
}
