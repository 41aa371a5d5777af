package io.marquee.ticketing.transfer;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends offers that nobody can accept any more. An acceptance looks at the time itself: this only says so and tells. */
@Component
class TransferExpiry {
    private static final int BATCH = 200;

    private final TransferRows rows;
    private final TransferMoves moves;
    private final Acting acting;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TransferExpiry(
            TransferRows rows, TransferMoves moves, Acting acting, Clock clock, TransactionTemplate transaction) {
        this.rows = rows;
        this.moves = moves;
        this.acting = acting;
        this.clock = clock;
        this.transaction = transaction;
    }

    void endOver() {
        Instant now = clock.instant();
        List<TransferView> over = acting.asPlatform(() -> transaction.execute(status -> rows.over(now, BATCH)));
        over.forEach(offer -> acting.asSystem(offer.organization(), () -> end(offer, now)));
    }

    private void end(TransferView offer, Instant now) {
        TransferState to = offer.open(now) ? TransferState.LAPSED : TransferState.EXPIRED;
        transaction.executeWithoutResult(status -> {
            try {
                moves.decide(offer, to);
            } catch (TransferRefused.Decided decided) {
                // its recipient or its sender was quicker
                status.setRollbackOnly();
            }
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        private static final Duration EVERY = Duration.ofSeconds(20);

        @Bean
        RecurringTask<Void> endTransfers(TransferExpiry expiry) {
            return Tasks.recurring("ticketing.end-transfers", FixedDelay.of(EVERY))
                    .execute((instance, context) -> expiry.endOver());
        }
    }
}
