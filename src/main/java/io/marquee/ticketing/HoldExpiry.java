package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.jobs.EachAlone;
import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends holds whose time is up: for whoever wants their stock now, and for the job that comes by every few seconds. */
@Component
class HoldExpiry {
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final HoldEnding ending;
    private final Acting acting;
    private final Clock clock;
    private final TransactionTemplate transaction;

    HoldExpiry(
            JdbcClient jdbc, HoldEnding ending, Acting acting, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ending = ending;
        this.acting = acting;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Due(EventId event, OrganizationId organization) {}

    /** Everything that is due on the platform. @return how many ended */
    int expireDue() {
        return EachAlone.sum(acting.asPlatform(this::due), due -> expireAll(due.organization(), due.event()));
    }

    /**
     * For somebody who wants the stock: a batch of one event's. Where others are about to give all of it back, waits until
     * they have.
     */
    void reclaim(OrganizationId organization, EventId event) {
        if (expireBatch(organization, event, " skip locked") == 0) expireBatch(organization, event, "");
    }

    private int expireBatch(OrganizationId organization, EventId event, String lock) {
        return acting.asSystem(
                organization,
                () -> transaction.execute(status -> ending.expire(lockDue(event, lock), organization, event)));
    }

    private int expireAll(OrganizationId organization, EventId event) {
        int ended = 0;
        int batch;
        do {
            batch = expireBatch(organization, event, " skip locked");
            ended += batch;
        } while (batch == BATCH);
        return ended;
    }

    private List<Due> due() {
        return transaction.execute(status -> jdbc.sql("""
                        select distinct event_id, organization_id from ticketing.holds
                         where state = 'active' and expires_at <= ?
                        """)
                .param(Timestamp.from(clock.instant()))
                .query((row, n) -> new Due(
                        new EventId(row.getObject(1, UUID.class)), new OrganizationId(row.getObject(2, UUID.class))))
                .list());
    }

    private List<UUID> lockDue(EventId event, String lock) {
        return jdbc.sql("""
                        select id from ticketing.holds
                         where event_id = ? and state = 'active' and expires_at <= ?
                         order by expires_at, id limit %d for update%s
                        """.formatted(BATCH, lock))
                .params(event.value(), Timestamp.from(clock.instant()))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
