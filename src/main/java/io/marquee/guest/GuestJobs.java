package io.marquee.guest;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to guests by itself. */
@Configuration(proxyBeanMethods = false)
class GuestJobs {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> followTickets(GuestWork work) {
        return Tasks.recurring("guest.follow-tickets", FixedDelay.of(SOON))
                .execute((instance, context) -> work.followAll());
    }

    @Bean
    RecurringTask<Void> endPlaceOffers(GuestWork work) {
        return Tasks.recurring("guest.end-offers", FixedDelay.of(EVERY))
                .execute((instance, context) -> work.endOffers());
    }
}
