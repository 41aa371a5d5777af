package io.marquee.ticketing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.marquee.audit.History;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tickets that nobody came with expire once their event has ended, in batches, each a transaction of its own. */
@Component
class NoShows {
    static final TaskDescriptor<Ended> TASK = TaskDescriptor.of("ticketing.expire-tickets", Ended.class);
    private static final int BATCH = 1000;

    /** The job's data. */
    record Ended(UUID event, UUID organization) {}

    private final JdbcClient jdbc;
    private final History history;
    private final Acting acting;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NoShows(
            JdbcClient jdbc,
            History history,
            Acting acting,
            ObjectProvider<SchedulerClient> scheduler,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.acting = acting;
        this.scheduler = scheduler;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void stage(EventId event, OrganizationId organization) {
        scheduler
                .getObject()
                .scheduleIfNotExists(TASK.instance(event.toString())
                        .data(new Ended(event.value(), organization.value()))
                        .scheduledTo(clock.instant()));
    }

    void expire(Ended ended) {
        OrganizationId organization = new OrganizationId(ended.organization());
        EventId event = new EventId(ended.event());
        acting.asSystem(organization, () -> {
            while (transactionOfABatch(event, organization) == BATCH) {}
        });
    }

    private int transactionOfABatch(EventId event, OrganizationId organization) {
        return transaction.execute(status -> {
            List<UUID> expired = jdbc.sql("""
                            update ticketing.tickets set state = 'expired'
                             where id in (select id from ticketing.tickets where event_id = ? and state = 'issued'
                                           order by id limit %d for update)
                               and state = 'issued'
                            returning id
                            """.formatted(BATCH))
                    .param(event.value())
                    .query((row, n) -> row.getObject(1, UUID.class))
                    .list();
            if (!expired.isEmpty()) {
                history.record(
                        new History.Subject("ticket", expired.getFirst(), organization, event),
                        expired,
                        TicketState.ISSUED,
                        TicketState.EXPIRED,
                        "no_show");
            }
            return expired.size();
        });
    }
}
