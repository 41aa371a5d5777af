package io.marquee.testing;

import io.marquee.kernel.EventId;
import io.marquee.ledger.SealFixture;
import io.marquee.platform.config.Login;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands in the books, entry by entry, for tests. */
@Component
public class BookFixture {
    private final SealFixture sealing;
    private final Settings settings;
    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate transaction;

    BookFixture(
            SealFixture sealing, Settings settings, JdbcClient jdbc, Acting acting, TransactionTemplate transaction) {
        this.sealing = sealing;
        this.settings = settings;
        this.jdbc = jdbc;
        this.acting = acting;
        this.transaction = transaction;
    }

    /** The balances of an order that are not zero, by account: {@code sales -5000}; a currency of its own makes a line of its own. */
    public List<String> ofOrder(UUID order) {
        return balances("p.order_id = :id", order);
    }

    /** How many entries it has. */
    public long entries(UUID order) {
        return acting.asPlatform(() -> transaction.execute(
                status -> jdbc.sql("""
                        select count(*) from ledger.entries e
                        join ledger.postings p on p.organization_id = e.organization_id and p.id = e.posting_id
                        where p.order_id = ?
                        """).param(order).query(Long.class).single()));
    }

    public List<String> ofEvent(EventId event) {
        return balances("p.event_id = :id", event.value());
    }

    /** Has the postings moved into the sub-totals now. */
    public void seal() {
        sealing.seal();
    }

    /** The superuser of this application's database, whom nothing is refused. */
    public Login superuser() {
        String url = Objects.requireNonNull(settings.database()).owner().url();
        return TestDatabase.superuser().to(url.substring(url.lastIndexOf('/') + 1));
    }

    private List<String> balances(String condition, UUID id) {
        return acting.asPlatform(() -> transaction.execute(status -> jdbc.sql("""
                        select e.account || ' ' || sum(e.amount)
                        from ledger.entries e
                        join ledger.postings p on p.organization_id = e.organization_id and p.id = e.posting_id
                        where %s group by e.account, e.currency having sum(e.amount) <> 0 order by 1
                        """.formatted(condition))
                .param("id", id)
                .query(String.class)
                .list()));
    }
}
