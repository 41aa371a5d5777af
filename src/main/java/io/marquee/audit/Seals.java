package io.marquee.audit;

import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what was written down, a batch at a time, into a chain for each organization. Whoever writes waits for none of it:
 * they leave their rows without a seal. docs/algorithms/audit.md tells what it shows and what it cannot show.
 */
@Component
class Seals {
    static final String PURPOSE = "audit-seals";
    private static final int AT_ONCE = 1000;
    private static final int CHAINS_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final byte[] key;

    Seals(JdbcClient jdbc, Acting acting, TransactionTemplate transaction, Clock clock, Settings settings) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
        this.key = settings.secret().keyFor(PURPOSE);
    }

    /** One more seal for each chain that has something to seal. Acts for the whole platform. */
    void sealSome() {
        acting.asPlatform(() -> open().forEach(chain -> transaction.executeWithoutResult(status -> seal(chain))));
    }

    private List<UUID> open() {
        return transaction.execute(
                status -> jdbc.sql("""
                        select distinct chain from (
                          (select chain from audit.entries where seal is null limit 10000)
                          union all
                          (select organization_id from audit.transitions where seal is null limit 10000)) open
                        limit ?
                        """).param(CHAINS_AT_ONCE).query(UUID.class).list());
    }

    private void seal(UUID chain) {
        Last last = last(chain);
        int number = last.number + 1;
        List<UUID> taken = take(chain, number);
        SealHash hash = new SealHash(key, chain, number, last.hash);
        jdbc.sql("select sum from audit.leaves where id = any (:taken) order by id")
                .param("taken", taken.toArray(UUID[]::new))
                .query(byte[].class)
                .list()
                .forEach(hash::add);
        if (hash.leaves() == 0) return;
        // of two nodes at once the second one finds the number taken, and all it did is undone
        jdbc.sql("insert into audit.seals (chain, number, entries, hash, sealed_at) values (?, ?, ?, ?, ?)")
                .params(chain, number, hash.leaves(), hash.sum(), Timestamp.from(clock.instant()))
                .update();
    }

    private record Last(int number, byte[] hash) {}

    private Last last(UUID chain) {
        @Nullable
        Last last = jdbc.sql("select number, hash from audit.seals where chain = ? order by number desc limit 1")
                .param(chain)
                .query((row, n) -> new Last(row.getInt(1), row.getBytes(2)))
                .optional()
                .orElse(null);
        return last == null ? new Last(0, SealHash.NOTHING_BEFORE) : last;
    }

    private List<UUID> take(UUID chain, int number) {
        return jdbc.sql("""
                        with entries as (
                          update audit.entries set seal = :number where seal is null and id in
                            (select id from audit.entries where chain = :chain and seal is null limit :most)
                          returning id),
                        moves as (
                          update audit.transitions set seal = :number where seal is null and id in
                            (select id from audit.transitions where organization_id = :chain and seal is null limit :most)
                          returning id)
                        select id from entries union all select id from moves
                        """)
                .param("number", number)
                .param("chain", chain)
                .param("most", AT_ONCE)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
