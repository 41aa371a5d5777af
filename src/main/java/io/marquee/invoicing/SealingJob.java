package io.marquee.invoicing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.marquee.invoicing.DueDocuments.Due;
import io.marquee.platform.batch.Pressure;
import io.marquee.platform.tenancy.Acting;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals what is due, each in a transaction of its own. It yields to people who buy. */
@Component
class SealingJob {
    private static final Logger LOG = LoggerFactory.getLogger(SealingJob.class);
    private static final int AT_ONCE = 50;
    private static final int REST_UNDER_PRESSURE = 4;

    private final DueDocuments due;
    private final Sealing sealing;
    private final Acting acting;
    private final TransactionTemplate transaction;

    SealingJob(DueDocuments due, Sealing sealing, Acting acting, TransactionTemplate transaction) {
        this.due = due;
        this.sealing = sealing;
        this.acting = acting;
        this.transaction = transaction;
    }

    /** Until nothing is due. */
    void sealAll() {
        List<Due> some = now();
        while (!some.isEmpty() && !Thread.currentThread().isInterrupted()) {
            some.forEach(this::seal);
            some = now();
        }
    }

    private List<Due> now() {
        return acting.asPlatform(() -> transaction.execute(status -> due.now(AT_ONCE)));
    }

    private void seal(Due one) {
        long from = System.nanoTime();
        try {
            acting.asSystem(one.organization(), () -> transaction.executeWithoutResult(status -> sealing.serve(one)));
        } catch (RuntimeException e) {
            LOG.warn("the documents of order {} could not be made", one.order(), e);
            acting.asPlatform(() -> transaction.executeWithoutResult(status -> due.postpone(one)));
        }
        if (Pressure.high()) Pressure.rest((System.nanoTime() - from) * REST_UNDER_PRESSURE);
    }

    @Configuration(proxyBeanMethods = false)
    static class Timing {
        private static final Duration EVERY = Duration.ofSeconds(1);

        @Bean
        RecurringTask<Void> sealDocuments(ObjectProvider<SealingJob> job) {
            return Tasks.recurring("invoicing.seal", FixedDelay.of(EVERY))
                    .execute((instance, context) -> job.getObject().sealAll());
        }
    }
}
