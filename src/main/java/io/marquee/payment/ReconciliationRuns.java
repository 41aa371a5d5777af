package io.marquee.payment;

import io.marquee.kernel.Ids;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The comparisons that were asked for, and what each has seen so far. Acts as the platform. */
@Component
class ReconciliationRuns {
    private final JdbcClient jdbc;
    private final PaymentAgenda agenda;
    private final Clock clock;

    ReconciliationRuns(JdbcClient jdbc, PaymentAgenda agenda, Clock clock) {
        this.jdbc = jdbc;
        this.agenda = agenda;
        this.clock = clock;
    }

    /** With its job. */
    @Transactional
    public UUID request(String provider, @Nullable String account, String kind, Instant from, Instant until) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into payment.reconciliations (id, provider, account, kind, from_at, until_at, state, requested_at)
                        values (?, ?, ?, ?, ?, ?, 'waiting', ?)
                        """)
                .params(id, provider)
                .param(account)
                .params(kind, Timestamp.from(from), Timestamp.from(until), Timestamp.from(clock.instant()))
                .update();
        agenda.reconcile(id);
        return id;
    }

    /** Whose books have any of our payments in a span of time; null stands for the operator's own. */
    @Transactional(readOnly = true)
    public List<@Nullable String> accounts(String provider, Instant from, Instant until) {
        List<@Nullable String> accounts = new ArrayList<>();
        jdbc.sql("""
                        select distinct provider_account from payment.payments
                        where provider = ? and created_at >= ? and created_at < ?
                        """)
                .params(provider, Timestamp.from(from), Timestamp.from(until))
                .query(row -> {
                    accounts.add(row.getString(1));
                });
        return accounts;
    }

    /** From the beginning, also where one was cut short by a crash. */
    @Transactional
    public ReconciliationView begin(UUID id) {
        forget(id);
        jdbc.sql("""
                        update payment.reconciliations
                        set state = 'running', started_at = ?, charges = 0, repaired = 0, found = 0, last_error = null
                        where id = ? and state <> 'done'
                        """).params(Timestamp.from(clock.instant()), id).update();
        return byId(id);
    }

    /** What a part of the books has shown. */
    @Transactional
    public void saw(UUID id, List<UUID> payments, int charges, int repaired, int found) {
        jdbc.sql("insert into payment.reconciliation_seen select ?, unnest(?::uuid[]) on conflict do nothing")
                .params(id, payments.toArray(UUID[]::new))
                .update();
        jdbc.sql("""
                        update payment.reconciliations
                        set charges = charges + ?, repaired = repaired + ?, found = found + ? where id = ?
                        """).params(charges, repaired, found, id).update();
    }

    /** Ours that the provider has confirmed once and has not told of in this run, in the order of their ids. */
    @Transactional(readOnly = true)
    public List<Attempt> unseen(ReconciliationView run, UUID after, int limit) {
        return jdbc.sql("""
                        select p.* from payment.payments p
                        where p.provider = :provider and p.provider_account is not distinct from :account
                          and p.created_at >= :from and p.created_at < :until and p.provider_ref is not null and p.id > :after
                          and not exists (select from payment.reconciliation_seen s
                                          where s.run_id = :run and s.payment_id = p.id)
                        order by p.id limit :limit
                        """)
                .param("provider", run.provider())
                .param("account", run.account())
                .param("from", Timestamp.from(run.from()))
                .param("until", Timestamp.from(run.until()))
                .param("after", after)
                .param("run", run.id())
                .param("limit", limit)
                .query(Attempt::read)
                .list();
    }

    @Transactional
    public void end(UUID id, @Nullable String error) {
        if (error == null) forget(id);
        jdbc.sql("update payment.reconciliations set state = ?, finished_at = ?, last_error = ? where id = ?")
                .params(error == null ? "done" : "failed", Timestamp.from(clock.instant()))
                .param(error)
                .param(id)
                .update();
    }

    private void forget(UUID id) {
        jdbc.sql("delete from payment.reconciliation_seen where run_id = ?")
                .param(id)
                .update();
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public ReconciliationView byId(UUID id) {
        return jdbc.sql("select * from payment.reconciliations where id = ?")
                .param(id)
                .query(ReconciliationRuns::read)
                .optional()
                .orElseThrow(() -> new NotFound("reconciliation"));
    }

    /** Newest first. @param after the last of the slice before; null for the first */
    @Transactional(readOnly = true)
    public Slice<ReconciliationView> recent(@Nullable UUID after, int limit) {
        List<ReconciliationView> some = jdbc.sql("""
                        select r.* from payment.reconciliations r left join payment.reconciliations a on a.id = :after::uuid
                        where a.id is null or (r.requested_at, r.id) < (a.requested_at, a.id)
                        order by r.requested_at desc, r.id desc limit :limit
                        """)
                .param("after", after)
                .param("limit", limit + 1)
                .query(ReconciliationRuns::read)
                .list();
        return Slice.of(some, limit, last -> last.id().toString());
    }

    private static ReconciliationView read(ResultSet row, int number) throws SQLException {
        return new ReconciliationView(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                row.getString("account"),
                row.getString("kind"),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("until_at").toInstant(),
                row.getString("state"),
                row.getTimestamp("requested_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")),
                row.getInt("charges"),
                row.getInt("repaired"),
                row.getInt("found"),
                row.getString("last_error"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
