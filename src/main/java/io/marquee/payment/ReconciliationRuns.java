package io.marquee.payment;

import io.marquee.kernel.Ids;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
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

    /** The last of the nightly ones that has not come to its end; null where there is none. */
    @Transactional(readOnly = true)
    public @Nullable UUID unfinished(String provider, @Nullable String account) {
        return jdbc.sql("""
                        select id from payment.reconciliations
                        where provider = ? and account is not distinct from ? and kind = 'nightly'
                          and state in ('waiting', 'running')
                        order by requested_at desc limit 1
                        """)
                .param(provider)
                .param(account)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    /** Its job may have been lost, or given up. */
    @Transactional
    public void goOn(UUID id) {
        agenda.reconcile(id);
    }

    /** From where it was, after it was cut short. */
    @Transactional
    public ReconciliationView begin(UUID id) {
        jdbc.sql("""
                        update payment.reconciliations
                        set state = 'running', started_at = coalesce(started_at, ?), finished_at = null, last_error = null
                        where id = ? and state <> 'done'
                        """).params(Timestamp.from(clock.instant()), id).update();
        return byId(id);
    }

    /**
     * The end of a slice of time in which there are about so many payments of ours: whole seconds, since providers count those.
     *
     * @param from where it begins
     */
    @Transactional(readOnly = true)
    public Instant slice(ReconciliationView run, Instant from, int payments) {
        Instant end = jdbc.sql("""
                        select created_at from payment.payments
                        where provider = :provider and provider_account is not distinct from :account
                          and created_at >= :from and created_at < :until
                        order by created_at offset :payments limit 1
                        """)
                .param("provider", run.provider())
                .param("account", run.account())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(run.until()))
                .param("payments", payments)
                .query(Timestamp.class)
                .optional()
                .map(at -> at.toInstant().truncatedTo(ChronoUnit.SECONDS))
                .orElse(run.until());
        Instant next = from.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        Instant later = end.isAfter(next) ? end : next;
        return later.isBefore(run.until()) ? later : run.until();
    }

    /** All charges that were made before are compared, with what that has shown. */
    @Transactional
    public void reached(UUID id, Instant until, ChargeBooks.Tally tally) {
        jdbc.sql("""
                        update payment.reconciliations
                        set reached_at = :until, charges = charges + :charges, refunds = refunds + :refunds,
                          disputes = disputes + :disputes, payments = payments + :payments,
                          repaired = repaired + :repaired, found = found + :found
                        where id = :id
                        """)
                .param("until", Timestamp.from(until))
                .param("charges", tally.charges())
                .param("refunds", tally.refunds())
                .param("disputes", tally.disputes())
                .param("payments", tally.payments())
                .param("repaired", tally.repaired())
                .param("found", tally.found())
                .param("id", id)
                .update();
    }

    @Transactional
    public void covered(UUID id, OtherBooks.Covered other) {
        jdbc.sql("""
                        update payment.reconciliations
                        set payouts = :payouts, transfers = :transfers, fees = :fees, repaired = repaired + :repaired,
                          found = found + :found
                        where id = :id
                        """)
                .param("payouts", other.payouts())
                .param("transfers", other.transfers())
                .param("fees", other.fees())
                .param("repaired", other.repaired())
                .param("found", other.found())
                .param("id", id)
                .update();
    }

    /** Ours of a slice of time that the provider has confirmed once and has not told of. */
    @Transactional(readOnly = true)
    public List<Attempt> unseen(ReconciliationView run, Instant from, Instant until, Collection<UUID> seen) {
        return jdbc.sql("""
                        select p.* from payment.payments p
                        where p.provider = :provider and p.provider_account is not distinct from :account
                          and p.created_at >= :from and p.created_at < :until and p.provider_ref is not null
                          and p.capture <> 'set_up'
                          and p.id <> all(:seen::uuid[])
                        order by p.id
                        """)
                .param("provider", run.provider())
                .param("account", run.account())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("seen", seen.toArray(UUID[]::new))
                .query(Attempt::read)
                .list();
    }

    @Transactional
    public void end(UUID id, @Nullable String error) {
        jdbc.sql("update payment.reconciliations set state = ?, finished_at = ?, last_error = ? where id = ?")
                .params(error == null ? "done" : "failed", Timestamp.from(clock.instant()))
                .param(error)
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
                instant(row.getTimestamp("reached_at")),
                row.getInt("charges"),
                row.getInt("refunds"),
                row.getInt("disputes"),
                row.getInt("payments"),
                row.getInt("payouts"),
                row.getInt("transfers"),
                row.getInt("fees"),
                row.getInt("repaired"),
                row.getInt("found"),
                row.getString("last_error"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
