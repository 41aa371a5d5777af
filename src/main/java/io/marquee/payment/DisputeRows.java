package io.marquee.payment;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.ChargeFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of payment.disputes. */
@Component
class DisputeRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    DisputeRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether there was none yet */
    boolean open(Attempt attempt, ChargeFact.Dispute fact) {
        return jdbc.sql("""
                        insert into payment.disputes
                          (id, payment_id, order_id, event_id, organization_id, state, inquiry, amount, currency, reason,
                           provider_ref, created_at, updated_at)
                        values (:id, :payment, :order, :event, :organization, 'needs_response', :inquiry, :amount, :currency,
                                :reason, :ref, :now, :now)
                        on conflict (payment_id, provider_ref) do nothing
                        """)
                        .param("id", Ids.next())
                        .param("payment", attempt.id().value())
                        .param("order", attempt.order())
                        .param("event", attempt.event().value())
                        .param("organization", attempt.organization().value())
                        .param("inquiry", fact.inquiry())
                        .param("amount", fact.amount().amount())
                        .param("currency", fact.amount().currency().getCurrencyCode())
                        .param("reason", fact.reason())
                        .param("ref", fact.ref())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** One that took the money for good. */
    Optional<DisputeView> lost(Attempt attempt) {
        return jdbc.sql("""
                        select * from payment.disputes
                        where payment_id = ? and state = 'lost' and withdrawn_at is not null limit 1
                        """)
                .param(attempt.id().value())
                .query(DisputeRows::read)
                .optional();
    }

    /** Nobody else moves it until this transaction ends. */
    Optional<DisputeView> locked(Attempt attempt, String ref) {
        return jdbc.sql("select * from payment.disputes where payment_id = ? and provider_ref = ? for no key update")
                .params(attempt.id().value(), ref)
                .query(DisputeRows::read)
                .optional();
    }

    /** @return whether it stood there */
    boolean move(DisputeView dispute, DisputeState from, DisputeState to) {
        return changed(
                "update payment.disputes set state = ?, updated_at = ? where id = ? and state = ?",
                Wire.name(to),
                now(),
                dispute.id(),
                Wire.name(from));
    }

    /** What was only asked about is demanded now: what was answered then is no answer to this. */
    void escalate(DisputeView dispute) {
        one(changed("""
                update payment.disputes set inquiry = false, submitted_at = null, handed_in_at = null, updated_at = ?
                where id = ? and inquiry
                """, now(), dispute.id()));
    }

    /** It was taken for a dispute before anybody knew better. @return whether it was */
    boolean recognise(DisputeView dispute) {
        return changed(
                "update payment.disputes set inquiry = true, assumed = false, updated_at = ? where id = ? and assumed",
                now(),
                dispute.id());
    }

    /** It was taken for a dispute, and is one. */
    void confirm(DisputeView dispute) {
        changed("update payment.disputes set assumed = false where id = ? and assumed", dispute.id());
    }

    /** The provider took the money out of the account. @return whether that is new */
    boolean withdrawn(DisputeView dispute) {
        return changed(
                "update payment.disputes set withdrawn_at = ? where id = ? and withdrawn_at is null",
                now(),
                dispute.id());
    }

    void due(DisputeView dispute, Instant by) {
        one(changed("update payment.disputes set due_by = ? where id = ?", Timestamp.from(by), dispute.id()));
    }

    /** Once: whoever comes second finds it handed in. @return whether it was this one */
    boolean submit(DisputeView dispute) {
        return changed("""
                update payment.disputes set submitted_at = ?
                where id = ? and submitted_at is null and state = 'needs_response'
                """, now(), dispute.id());
    }

    /** The provider has the evidence. */
    void handedIn(DisputeView dispute) {
        one(changed(
                "update payment.disputes set handed_in_at = coalesce(handed_in_at, ?) where id = ?",
                now(),
                dispute.id()));
    }

    /** The provider did not take it: it may be changed and handed in again. */
    void reopen(DisputeView dispute) {
        one(changed(
                "update payment.disputes set submitted_at = null where id = ? and handed_in_at is null", dispute.id()));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private boolean changed(String sql, Object... params) {
        return jdbc.sql(sql).params(params).update() == 1;
    }

    private static void one(boolean changed) {
        if (!changed) {
            throw new IllegalStateException("the dispute is another than it was");
        }
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public DisputeView byId(UUID id) {
        return jdbc.sql("select * from payment.disputes where id = ?")
                .param(id)
                .query(DisputeRows::read)
                .optional()
                .orElseThrow(() -> new NotFound("dispute"));
    }

    /**
     * Those that wait for an answer first, by when that is due; then the others, newest first.
     *
     * @param after the last of the slice before; null for the first
     */
    @Transactional(readOnly = true)
    public Slice<DisputeView> of(OrganizationId organization, @Nullable UUID after, int limit) {
        List<DisputeView> some = jdbc.sql("""
                        with ranked as (
                          select d.*, (d.state = 'needs_response' and d.submitted_at is null)::int as waits,
                            case when d.state = 'needs_response' and d.submitted_at is null
                              then coalesce(d.due_by, 'infinity') else 'infinity' end as due
                          from payment.disputes d where d.organization_id = :organization)
                        select r.* from ranked r left join ranked a on a.id = :after::uuid
                        where a.id is null
                          or (-r.waits, r.due, -extract(epoch from r.created_at), r.id)
                           > (-a.waits, a.due, -extract(epoch from a.created_at), a.id)
                        order by -r.waits, r.due, -extract(epoch from r.created_at), r.id
                        limit :limit
                        """)
                .param("organization", organization.value())
                .param("after", after)
                .param("limit", limit + 1)
                .query(DisputeRows::read)
                .list();
        return Slice.of(some, limit, last -> last.id().toString());
    }

    @Transactional(readOnly = true)
    public List<DisputeView> ofOrder(UUID order) {
        return jdbc.sql("select * from payment.disputes where order_id = ? order by created_at desc, id desc")
                .param(order)
                .query(DisputeRows::read)
                .list();
    }

    private static DisputeView read(ResultSet row, int number) throws SQLException {
        return new DisputeView(
                row.getObject("id", UUID.class),
                PaymentId.of(row.getObject("payment_id", UUID.class)),
                row.getObject("order_id", UUID.class),
                EventId.of(row.getObject("event_id", UUID.class)),
                OrganizationId.of(row.getObject("organization_id", UUID.class)),
                row.getString("provider_ref"),
                Wire.parse(DisputeState.class, row.getString("state")),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getString("reason"),
                instant(row, "due_by"),
                instant(row, "submitted_at"),
                instant(row, "handed_in_at"),
                row.getBoolean("inquiry"),
                row.getTimestamp("withdrawn_at") != null,
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
