package io.marquee.payout;

import io.marquee.audit.History;
import io.marquee.kernel.Ids;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.ledger.Ledger;
import io.marquee.ledger.Posting.About;
import io.marquee.ledger.Postings;
import io.marquee.payout.PayoutEvent.TransferRefused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of payout.transfers, and what they post. */
@Component
class TransferRows {
    private static final Duration SOMEBODY_IS_AT_IT = Duration.ofMinutes(1);
    private static final String SELECT = """
            select t.*, t.amount - coalesce((select sum(r.amount) from payout.transfers r
                                             where r.reverses = t.id and r.state <> 'failed'), 0)::bigint as still
            from payout.transfers t
            """;

    private final JdbcClient jdbc;
    private final History history;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TransferRows(JdbcClient jdbc, History history, Ledger ledger, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** Stores it before the provider is asked, or answers the one that has the key. */
    @Transactional
    public TransferView request(
            OrganizationId organization,
            String provider,
            String account,
            Money amount,
            String description,
            String key) {
        return stored(organization, provider, account, null, amount, description, "transfer-" + key);
    }

    /** @throws InvalidInput at {@code amount} where less is left of it. @throws NotFound */
    @Transactional
    public TransferView requestReversal(UUID transfer, Money amount, String key) {
        // reversals of one transfer come one after the other
        boolean unknown = jdbc.sql("select 1 from payout.transfers where id = ? for update")
                .param(transfer)
                .query((row, n) -> row.getInt(1))
                .list()
                .isEmpty();
        if (unknown) throw new NotFound("transfer");
        TransferView of = byId(transfer);
        String once = "reversal-" + transfer + "-" + key;
        boolean known = jdbc.sql("select exists (select from payout.transfers where idempotency_key = ?)")
                .param(once)
                .query(Boolean.class)
                .single();
        boolean possible = of.reverses() == null
                && of.state() == TransferState.SENT
                && amount.currency().equals(of.amount().currency())
                && amount.compareTo(of.left()) <= 0;
        if (!known && !possible) throw InvalidInput.at("amount", "transfer_left", of.left());
        return stored(of.organization(), of.provider(), of.account(), of.id(), amount, of.description(), once);
    }

    private TransferView stored(
            OrganizationId organization,
            String provider,
            String account,
            @Nullable UUID reverses,
            Money amount,
            String description,
            String key) {
        int rows = jdbc.sql("""
                        insert into payout.transfers
                          (id, organization_id, provider, account, reverses, idempotency_key, amount, currency, description,
                           state, created_at, updated_at)
                        values (:id, :organization, :provider, :account, :reverses, :key, :amount, :currency, :description,
                                'requested', :now, :now)
                        on conflict (idempotency_key) do nothing
                        """)
                .param("id", Ids.next())
                .param("organization", organization.value())
                .param("provider", provider)
                .param("account", account)
                .param("reverses", reverses)
                .param("key", key)
                .param("amount", amount.amount())
                .param("currency", amount.currency().getCurrencyCode())
                .param("description", description)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        TransferView stored = jdbc.sql(SELECT + " where t.idempotency_key = ?")
                .param(key)
                .query(TransferRows::read)
                .single();
        if (rows == 1) history.record(subject(stored), null, TransferState.REQUESTED, description);
        return stored;
    }

    /** What the provider said, once: then it is in the books. */
    @Transactional
    public void sent(TransferView transfer, String ref) {
        if (!move(transfer, TransferState.SENT, ref, null)) return;
        About about = new About(transfer.organization(), null, null, transfer.provider(), clock.instant());
        ledger.post(
                transfer.reverses() == null
                        ? Postings.transferSent(about, transfer.id(), transfer.amount())
                        : Postings.transferReversed(about, transfer.id(), transfer.amount()));
    }

    /** @param unseen whether whoever asked for it has gone. What is not taken back stays where its owner sees it */
    @Transactional
    public void failed(TransferView transfer, String why, boolean unseen) {
        if (move(transfer, TransferState.FAILED, null, why) && unseen && transfer.reverses() == null) {
            events.publishEvent(new TransferRefused(
                    transfer.id(), transfer.organization(), transfer.provider(), transfer.amount()));
        }
    }

    /** @return false where somebody was quicker, with the same */
    private boolean move(TransferView transfer, TransferState to, @Nullable String ref, @Nullable String failure) {
        TransferState.MOVES.require(transfer.state(), to);
        int rows = jdbc.sql("""
                        update payout.transfers set state = :to, provider_ref = :ref, failure = :failure, updated_at = :now
                        where id = :id and state = :from
                        """)
                .param("to", Wire.name(to))
                .param("ref", ref)
                .param("failure", failure)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", transfer.id())
                .param("from", Wire.name(transfer.state()))
                .update();
        if (rows == 1) {
            history.record(subject(transfer), transfer.state(), to, failure);
            return true;
        } else if (byId(transfer.id()).state() == to) {
            return false;
        }
        throw new IllegalMove(transfer.state(), to);
    }

    private static History.Subject subject(TransferView transfer) {
        return new History.Subject("payout_transfer", transfer.id(), transfer.organization(), null);
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public TransferView byId(UUID id) {
        return jdbc.sql(SELECT + " where t.id = ?")
                .param(id)
                .query(TransferRows::read)
                .optional()
                .orElseThrow(() -> new NotFound("transfer"));
    }

    /** Newest first: ids are in the order of time. */
    @Transactional(readOnly = true)
    public Slice<TransferView> all(@Nullable UUID before, int limit) {
        List<TransferView> some = jdbc.sql(SELECT + """
                         where (:before::uuid is null or t.id < :before)
                        order by t.id desc limit :limit
                        """)
                .param("before", before)
                .param("limit", limit + 1)
                .query(TransferRows::read)
                .list();
        return Slice.of(some, limit, last -> last.id().toString());
    }

    /** Those that nobody waits for any more. */
    @Transactional(readOnly = true)
    public List<TransferView> undecided() {
        return jdbc.sql(SELECT + " where t.state = 'requested' and t.created_at < ? order by t.id")
                .param(Timestamp.from(clock.instant().minus(SOMEBODY_IS_AT_IT)))
                .query(TransferRows::read)
                .list();
    }

    /**
     * One that the provider made, as it is in our books.
     *
     * @param moving whether a part of it is being taken back
     */
    record Booked(Money amount, Money reversed, boolean moving, Instant createdAt) {}

    /** Those to an account, by the provider's ids. */
    @Transactional(readOnly = true)
    public Map<String, Booked> booked(String provider, String account, Instant from) {
        Map<String, Booked> found = new HashMap<>();
        jdbc.sql("""
                        select t.provider_ref, t.amount, t.currency, t.created_at,
                          coalesce(sum(r.amount) filter (where r.state = 'sent'), 0)::bigint as reversed,
                          coalesce(bool_or(r.state = 'requested'), false) as moving
                        from payout.transfers t left join payout.transfers r on r.reverses = t.id
                        where t.provider = ? and t.account = ? and t.reverses is null and t.state = 'sent' and t.created_at >= ?
                        group by t.id
                        """).params(provider, account, Timestamp.from(from)).query((ResultSet row) -> {
            String currency = row.getString("currency");
            found.put(
                    row.getString("provider_ref"),
                    new Booked(
                            Money.of(row.getLong("amount"), currency),
                            Money.of(row.getLong("reversed"), currency),
                            row.getBoolean("moving"),
                            row.getTimestamp("created_at").toInstant()));
        });
        return found;
    }

    private static TransferView read(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        TransferState state = Wire.parse(TransferState.class, row.getString("state"));
        UUID reverses = row.getObject("reverses", UUID.class);
        boolean reversible = state == TransferState.SENT && reverses == null;
        return new TransferView(
                row.getObject("id", UUID.class),
                OrganizationId.of(row.getObject("organization_id", UUID.class)),
                row.getString("provider"),
                row.getString("account"),
                reverses,
                Money.of(row.getLong("amount"), currency),
                Money.of(reversible ? row.getLong("still") : 0, currency),
                row.getString("description"),
                state,
                row.getString("provider_ref"),
                row.getString("failure"),
                row.getTimestamp("created_at").toInstant());
    }
}
