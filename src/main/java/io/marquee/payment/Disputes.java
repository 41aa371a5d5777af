package io.marquee.payment;

import io.marquee.audit.History;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.DisputeDesk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Disputed payments: rows beside the payment's state, which follow the provider. */
@Component
class Disputes {
    private final JdbcClient jdbc;
    private final History history;
    private final ApplicationEventPublisher events;
    private final PaymentBooks books;
    private final Clock clock;

    Disputes(JdbcClient jdbc, History history, ApplicationEventPublisher events, PaymentBooks books, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.events = events;
        this.books = books;
        this.clock = clock;
    }

    /** Makes or moves the row, in the transaction that applies the fact. */
    void follow(Attempt attempt, ChargeFact.Dispute fact) {
        if (open(attempt, fact)) {
            DisputeView dispute = byRef(attempt, fact.ref()).orElseThrow();
            history.record(subject(attempt, dispute), null, DisputeState.NEEDS_RESPONSE, fact.reason());
            books.disputeOpened(attempt, dispute.id(), fact.amount());
            events.publishEvent(new PaymentEvent.DisputeOpened(
                    dispute.id(), attempt.order(), attempt.event(), attempt.organization(), fact.amount()));
        }
        DisputeState to = state(fact.standing());
        byRef(attempt, fact.ref()).ifPresent(dispute -> {
            move(attempt, dispute, to);
            if (fact.fee() != null) books.disputeFee(attempt, dispute.id(), fact.fee());
            if (fact.dueBy() != null && !fact.dueBy().equals(dispute.dueBy())) due(dispute, fact.dueBy());
        });
    }

    private void due(DisputeView dispute, Instant by) {
        one(jdbc.sql("update payment.disputes set due_by = ? where id = ?")
                .params(Timestamp.from(by), dispute.id())
                .update());
    }

    /** Once: whoever comes second finds it handed in. @return whether it was this one */
    @Transactional
    public boolean submit(DisputeView dispute) {
        return jdbc.sql("""
                        update payment.disputes set submitted_at = ?
                        where id = ? and submitted_at is null and state = 'needs_response'
                        """)
                        .params(Timestamp.from(clock.instant()), dispute.id())
                        .update()
                == 1;
    }

    /** @return whether anything moved */
    @Transactional
    public boolean told(Attempt attempt, DisputeDesk.Standing standing) {
        Optional<DisputeView> before = byRef(attempt, standing.dispute().ref());
        follow(attempt, standing.dispute());
        return !byRef(attempt, standing.dispute().ref()).equals(before);
    }

    /** The provider has the evidence. */
    @Transactional
    public void answered(Attempt attempt, DisputeView dispute, DisputeDesk.Standing standing) {
        handedIn(dispute);
        follow(attempt, standing.dispute());
    }

    /** The provider did not take it: it may be changed and handed in again. */
    @Transactional
    public void reopen(DisputeView dispute) {
        one(jdbc.sql("update payment.disputes set submitted_at = null where id = ? and handed_in_at is null")
                .param(dispute.id())
                .update());
    }

    private void handedIn(DisputeView dispute) {
        one(jdbc.sql("update payment.disputes set handed_in_at = coalesce(handed_in_at, ?) where id = ?")
                .params(Timestamp.from(clock.instant()), dispute.id())
                .update());
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("the dispute is another than it was");
        }
    }

    private boolean open(Attempt attempt, ChargeFact.Dispute fact) {
        return jdbc.sql("""
                        insert into payment.disputes
                          (id, payment_id, order_id, event_id, organization_id, state, amount, currency, reason, provider_ref,
                           created_at, updated_at)
                        values (:id, :payment, :order, :event, :organization, 'needs_response', :amount, :currency, :reason,
                                :ref, :now, :now)
                        on conflict (payment_id, provider_ref) do nothing
                        """)
                        .param("id", Ids.next())
                        .param("payment", attempt.id().value())
                        .param("order", attempt.order())
                        .param("event", attempt.event().value())
                        .param("organization", attempt.organization().value())
                        .param("amount", fact.amount().amount())
                        .param("currency", fact.amount().currency().getCurrencyCode())
                        .param("reason", fact.reason())
                        .param("ref", fact.ref())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** Where we missed a step we make it now, so that the history has no gap. */
    private void move(Attempt attempt, DisputeView dispute, DisputeState to) {
        DisputeState from = dispute.state();
        boolean missedReview =
                from == DisputeState.NEEDS_RESPONSE && DisputeState.MOVES.allows(DisputeState.UNDER_REVIEW, to);
        if (missedReview) {
            step(attempt, dispute, from, DisputeState.UNDER_REVIEW);
            step(attempt, dispute, DisputeState.UNDER_REVIEW, to);
        } else if (DisputeState.MOVES.allows(from, to)) {
            step(attempt, dispute, from, to);
        }
    }

    private void step(Attempt attempt, DisputeView dispute, DisputeState from, DisputeState to) {
        int rows = jdbc.sql("update payment.disputes set state = ?, updated_at = ? where id = ? and state = ?")
                .params(Wire.name(to), Timestamp.from(clock.instant()), dispute.id(), Wire.name(from))
                .update();
        if (rows != 1) {
            throw new IllegalMove(from, to);
        }
        history.record(subject(attempt, dispute), from, to, null);
        if (to == DisputeState.WON || to == DisputeState.LOST) {
            books.disputeDecided(attempt, dispute.id(), dispute.amount(), to == DisputeState.WON);
            events.publishEvent(new PaymentEvent.DisputeDecided(
                    dispute.id(),
                    dispute.order(),
                    dispute.event(),
                    dispute.organization(),
                    dispute.amount(),
                    to == DisputeState.WON));
        }
    }

    private static History.Subject subject(Attempt attempt, DisputeView dispute) {
        return new History.Subject("dispute", dispute.id(), attempt.organization(), attempt.event());
    }

    private static DisputeState state(ChargeFact.DisputeStanding standing) {
        return switch (standing) {
            case NEEDS_RESPONSE -> DisputeState.NEEDS_RESPONSE;
            case UNDER_REVIEW -> DisputeState.UNDER_REVIEW;
            case WON -> DisputeState.WON;
            case LOST -> DisputeState.LOST;
        };
    }

    private Optional<DisputeView> byRef(Attempt attempt, String ref) {
        return jdbc.sql("select * from payment.disputes where payment_id = ? and provider_ref = ?")
                .params(attempt.id().value(), ref)
                .query(Disputes::read)
                .optional();
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public DisputeView byId(UUID id) {
        return jdbc.sql("select * from payment.disputes where id = ?")
                .param(id)
                .query(Disputes::read)
                .optional()
                .orElseThrow(() -> new NotFound("dispute"));
    }

    /** Those that wait for an answer first, by when that is due; then the others, newest first. */
    @Transactional(readOnly = true)
    public List<DisputeView> of(OrganizationId organization, int limit) {
        return jdbc.sql("""
                        select * from payment.disputes where organization_id = ?
                        order by (state = 'needs_response' and submitted_at is null) desc,
                          case when state = 'needs_response' and submitted_at is null then due_by end nulls last,
                          created_at desc, id desc
                        limit ?
                        """)
                .params(organization.value(), limit)
                .query(Disputes::read)
                .list();
    }

    @Transactional(readOnly = true)
    public List<DisputeView> ofOrder(UUID order) {
        return jdbc.sql("select * from payment.disputes where order_id = ? order by created_at desc, id desc")
                .param(order)
                .query(Disputes::read)
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
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
