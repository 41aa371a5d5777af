package io.marquee.ledger;

import io.marquee.platform.tenancy.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves postings into the sub-totals: those it takes from the unsealed ones it adds in the same statement, so that no snapshot
 * sees one of them twice or not at all.
 */
@Component
class Sealing {
    private static final int AT_ONCE = 5000;
    private static final String SEAL = """
            with taken as (
              delete from ledger.unsealed where (organization_id, posting_id) in (
                select organization_id, posting_id from ledger.unsealed order by posting_id limit :most for update skip locked)
              returning organization_id, posting_id),
            summed as (
              insert into ledger.subtotals as s
                (organization_id, event_id, item, cause_kind, account, currency, month, amount, entries)
              select p.organization_id, p.event_id, e.item, p.cause_kind, e.account, e.currency,
                     date_trunc('month', p.at at time zone 'UTC')::date, sum(e.amount), count(*)
              from taken t
              join ledger.postings p on p.organization_id = t.organization_id and p.id = t.posting_id
              join ledger.entries e on e.organization_id = t.organization_id and e.posting_id = t.posting_id
              group by 1, 2, 3, 4, 5, 6, 7
              order by 1, 2, 3, 4, 5, 6, 7
              on conflict (organization_id, event_id, account, cause_kind, currency, month, item) do update
              set amount = s.amount + excluded.amount, entries = s.entries + excluded.entries)
            select count(*) from taken
            """;

    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate transaction;

    Sealing(JdbcClient jdbc, Acting acting, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.transaction = transaction;
    }

    /** All there are, some thousands at a time. Acts for the whole platform. */
    void seal() {
        acting.asPlatform(() -> {
            while (sealSome() == AT_ONCE) Thread.onSpinWait();
        });
    }

    private long sealSome() {
        return transaction.execute(status ->
                jdbc.sql(SEAL).param("most", AT_ONCE).query(Long.class).single());
    }
}
