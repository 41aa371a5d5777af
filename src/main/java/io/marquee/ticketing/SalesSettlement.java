package io.marquee.ticketing;

import io.marquee.kernel.OrganizationId;
import io.marquee.platform.jobs.EachAlone;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what was consumed as sold, many holds at once. Selling itself leaves the quotas alone: held and sold weigh the
 * same there, and a hot quota would make every buyer wait for the disk of the one before.
 */
@Component
class SalesSettlement {
    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final HoldRows rows;
    private final Acting acting;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SalesSettlement(
            JdbcClient jdbc, HoldRows rows, Acting acting, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.acting = acting;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Everything that is consumed on the platform. @return how many holds were settled */
    int settleAll() {
        return EachAlone.sum(
                acting.asPlatform(this::organizations),
                organization -> acting.asSystem(organization, () -> settle(organization)));
    }

    private int settle(OrganizationId organization) {
        int settled = 0;
        int batch;
        do {
            batch = transaction.execute(status -> rows.settle(lockConsumed(organization), clock.instant()));
            settled += batch;
        } while (batch == BATCH);
        return settled;
    }

    private List<OrganizationId> organizations() {
        return transaction.execute(status -> jdbc.sql("""
                        select distinct organization_id from ticketing.holds
                         where state = 'consumed' and settled_at is null
                        """)
                .query((row, n) -> new OrganizationId(row.getObject(1, UUID.class)))
                .list());
    }

    private List<UUID> lockConsumed(OrganizationId organization) {
        return jdbc.sql("""
                        select id from ticketing.holds
                         where organization_id = ? and state = 'consumed' and settled_at is null
                         order by id limit %d for no key update skip locked
                        """.formatted(BATCH))
                .param(organization.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
