package io.marquee.payout;

import io.marquee.audit.History;
import io.marquee.event.EventEvent.EventEnded;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of payout.releases: how they come to be, and how they are found. */
@Component
class ReleaseRows {
    private static final Duration SOMEBODY_IS_AT_IT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final History history;
    private final Clock clock;

    ReleaseRows(JdbcClient jdbc, History history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** Once, also where its currencies are known by now. */
    @Transactional
    public void stage(EventEnded ended, String provider, int days) {
        UUID id = Ids.next();
        int rows = jdbc.sql("""
                        insert into payout.releases
                          (id, organization_id, event_id, provider, ended_at, due_at, state, updated_at)
                        select :id, :organization, :event, :provider, :ended, :due, 'due', :now
                        where not exists (select from payout.releases r where r.event_id = :event and r.provider = :provider)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("organization", ended.organization().value())
                .param("event", ended.event().value())
                .param("provider", provider)
                .param("ended", Timestamp.from(ended.at()))
                .param("due", Timestamp.from(ended.at().plus(Duration.ofDays(days))))
                .param("now", now())
                .update();
        if (rows == 1) staged(id, ended.organization(), ended.event());
    }

    private void staged(UUID id, OrganizationId organization, EventId event) {
        history.record(subject(id, organization, event), null, ReleaseState.DUE, null);
    }

    /** Each currency goes its own way. @return the first */
    @Transactional
    public ReleaseView split(ReleaseView staged, List<String> currencies) {
        jdbc.sql("update payout.releases set currency = ? where id = ? and currency is null")
                .params(currencies.getFirst(), staged.id())
                .update();
        for (String currency : currencies.subList(1, currencies.size())) {
            UUID id = Ids.next();
            int rows = jdbc.sql("""
                            insert into payout.releases
                              (id, organization_id, event_id, provider, currency, ended_at, due_at, state, updated_at)
                            select ?, organization_id, event_id, provider, ?, ended_at, due_at, 'due', ?
                            from payout.releases where id = ?
                            on conflict do nothing
                            """).params(id, currency, now(), staged.id()).update();
            if (rows == 1) staged(id, staged.organization(), staged.event());
        }
        return byId(staged.id());
    }

    /** Those whose time has come, and those whose answer nobody waits for any more. As the platform. */
    @Transactional(readOnly = true)
    public List<ReleaseView> due(int limit) {
        return jdbc.sql("""
                        select * from payout.releases
                        where state in ('due', 'waiting') and due_at <= :now or state = 'sending' and updated_at < :left
                        order by due_at, id limit :limit
                        """)
                .param("now", now())
                .param("left", Timestamp.from(clock.instant().minus(SOMEBODY_IS_AT_IT)))
                .param("limit", limit)
                .query(ReleaseRows::read)
                .list();
    }

    /** The plan has another number of days. */
    @Transactional
    public void due(OrganizationId organization, String provider, int days) {
        jdbc.sql("""
                        update payout.releases set due_at = ended_at + make_interval(days => ?)
                        where organization_id = ? and provider = ? and state = 'due'
                        """).params(days, organization.value(), provider).update();
    }

    /** How often it has waited for this in a row. */
    @Transactional(readOnly = true)
    public int waited(ReleaseView release, ReleaseReason reason) {
        return release.reason() != reason
                ? 0
                : jdbc.sql("select waited from payout.releases where id = ?")
                        .param(release.id())
                        .query(Integer.class)
                        .single();
    }

    /** What the provider is asked with: as stored. */
    @Transactional(readOnly = true)
    public String key(ReleaseView release) {
        return jdbc.sql("select idempotency_key from payout.releases where id = ?")
                .param(release.id())
                .query(String.class)
                .single();
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public ReleaseView byId(UUID id) {
        return jdbc.sql("select * from payout.releases where id = ?")
                .param(id)
                .query(ReleaseRows::read)
                .optional()
                .orElseThrow(() -> new NotFound("payout_release"));
    }

    /** Newest first: ids are in the order of time. */
    @Transactional(readOnly = true)
    public Slice<ReleaseView> of(OrganizationId organization, String provider, @Nullable UUID before, int limit) {
        List<ReleaseView> some = jdbc.sql("""
                        select * from payout.releases
                        where organization_id = :organization and provider = :provider and (:before::uuid is null or id < :before)
                        order by id desc limit :limit
                        """)
                .param("organization", organization.value())
                .param("provider", provider)
                .param("before", before)
                .param("limit", limit + 1)
                .query(ReleaseRows::read)
                .list();
        return Slice.of(some, limit, last -> last.id().toString());
    }

    static History.Subject subject(UUID id, OrganizationId organization, EventId event) {
        return new History.Subject("payout_release", id, organization, event);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    static ReleaseView read(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        long amount = row.getLong("amount");
        String reason = row.getString("reason");
        return new ReleaseView(
                row.getObject("id", UUID.class),
                OrganizationId.of(row.getObject("organization_id", UUID.class)),
                EventId.of(row.getObject("event_id", UUID.class)),
                row.getString("provider"),
                currency,
                row.getTimestamp("due_at").toInstant(),
                Wire.parse(ReleaseState.class, row.getString("state")),
                reason == null ? null : Wire.parse(ReleaseReason.class, reason),
                row.getString("words"),
                currency == null || amount == 0 ? null : Money.of(amount, currency),
                row.getString("provider_ref"));
    }
}
