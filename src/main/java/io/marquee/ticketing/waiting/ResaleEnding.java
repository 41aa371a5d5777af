package io.marquee.ticketing.waiting;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.marquee.audit.History;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.Holds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes tickets off the list that were used or have ended, and what was offered of them back. A purchase looks itself. */
@Component
class ResaleEnding {
    private static final int BATCH = 200;

    private final ResaleRows rows;
    private final Holds holds;
    private final History history;
    private final Acting acting;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ResaleEnding(
            ResaleRows rows,
            Holds holds,
            History history,
            Acting acting,
            Clock clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.holds = holds;
        this.history = history;
        this.acting = acting;
        this.clock = clock;
        this.transaction = transaction;
    }

    void endOver() {
        List<ResaleView> over = acting.asPlatform(() -> transaction.execute(status -> rows.over(BATCH)));
        over.forEach(resale ->
                acting.asSystem(resale.organization(), () -> transaction.executeWithoutResult(status -> end(resale))));
    }

    /** An offer that is being ordered stays until its hold ends: its payment finds out. */
    private void end(ResaleView resale) {
        if (resale.hold() != null) holds.releaseUnordered(resale.hold());
        if (rows.move(resale.id(), ResaleState.LISTED, ResaleState.ENDED, clock.instant())) {
            history.record(
                    new History.Subject("resale", resale.id(), resale.organization(), resale.event()),
                    ResaleState.LISTED,
                    ResaleState.ENDED,
                    null);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        private static final Duration EVERY = Duration.ofSeconds(30);

        @Bean
        RecurringTask<Void> endResales(ResaleEnding ending) {
            return Tasks.recurring("ticketing.end-resales", FixedDelay.of(EVERY))
                    .execute((instance, context) -> ending.endOver());
        }
    }
}
