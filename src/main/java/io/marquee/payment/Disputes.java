package io.marquee.payment;

import io.marquee.audit.History;
import io.marquee.kernel.Ids;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.ChargeFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private final Clock clock;

    Disputes(JdbcClient jdbc, History history, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /** Makes or moves the row, in the transaction that applies the fact. */
    void follow(Attempt attempt, ChargeFact.Dispute fact) {
        if (open(attempt, fact)) {
            DisputeView dispute = byRef(attempt, fact.ref()).orElseThrow();
            history.record(subject(attempt, dispute), null, DisputeState.NEEDS_RESPONSE, fact.reason());
            events.publishEvent(new PaymentEvent.DisputeOpened(
                    dispute.id(), attempt.order(), attempt.event(), attempt.organization(), fact.amount()));
        }
        DisputeState to = state(fact.standing());
        byRef(attempt, fact.ref()).ifPresent(dispute -> move(attempt, dispute, to));
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
                Wire.parse(DisputeState.class, row.getString("state")),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getString("reason"),
                row.getTimestamp("created_at").toInstant());
    }
}
