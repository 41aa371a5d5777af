package io.marquee.payment;

import io.marquee.audit.History;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Wire;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Money on its way back, and the moves that it makes. */
@Component
class Refunds {
    private final JdbcClient jdbc;
    private final History history;
    private final Clock clock;

    Refunds(JdbcClient jdbc, History history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** The caller holds the lock on the payment. */
    Refund approve(RefundId id, PaymentId payment, Money amount, String reason, String key) {
        int rows = jdbc.sql("""
                        insert into payment.refunds
                          (id, payment_id, order_id, hold_id, event_id, organization_id, buyer_email, state, amount, currency,
                           reason, idempotency_key, created_at, updated_at)
                        select :id, id, order_id, hold_id, event_id, organization_id, buyer_email, 'approved', :amount,
                               :currency, :reason, :key, :now, :now
                        from payment.payments where id = :payment
                        """)
                .param("id", id.value())
                .param("payment", payment.value())
                .param("amount", amount.amount())
                .param("currency", amount.currency().getCurrencyCode())
                .param("reason", reason)
                .param("key", key)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (rows != 1) {
            throw new NotFound("payment");
        }
        Refund refund = byId(id);
        history.record(refund.subject(), null, RefundState.APPROVED, reason);
        return refund;
    }

    /** What was approved counts as given back until it has failed. */
    Money givenBack(Attempt attempt) {
        long sum = jdbc.sql("""
                        select coalesce(sum(amount), 0) from payment.refunds
                        where payment_id = ? and state not in ('failed', 'declined')
                        """).param(attempt.id().value()).query(Long.class).single();
        return new Money(sum, attempt.amount().currency());
    }

    /** What the buyer has again. */
    Money arrived(Attempt attempt) {
        long sum = jdbc.sql("""
                        select coalesce(sum(amount), 0) from payment.refunds where payment_id = ? and state = 'succeeded'
                        """).param(attempt.id().value()).query(Long.class).single();
        return new Money(sum, attempt.amount().currency());
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public Refund byId(RefundId id) {
        return jdbc.sql("select * from payment.refunds where id = ?")
                .param(id.value())
                .query(Refund::read)
                .optional()
                .orElseThrow(() -> new NotFound("refund"));
    }

    Optional<Refund> byKey(String key) {
        return jdbc.sql("select * from payment.refunds where idempotency_key = ?")
                .param(key)
                .query(Refund::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Refund> ofOrder(UUID order) {
        return jdbc.sql("select * from payment.refunds where order_id = ? order by created_at desc, id desc")
                .param(order)
                .query(Refund::read)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Refund> undecidedOf(PaymentId payment) {
        return jdbc.sql("""
                        select * from payment.refunds where payment_id = ? and state in ('approved', 'processing')
                        order by id
                        """).param(payment.value()).query(Refund::read).list();
    }

    /** Before the provider is asked: from here on only it can say how this ends. */
    @Transactional
    public Refund underWay(RefundId id) {
        Refund refund = locked(id);
        if (refund.state() == RefundState.APPROVED) {
            move(refund, RefundState.PROCESSING, null, null);
        }
        return byId(id);
    }

    Refund locked(RefundId id) {
        return jdbc.sql("select * from payment.refunds where id = ? for no key update")
                .param(id.value())
                .query(Refund::read)
                .single();
    }

    /** @throws IllegalMove when the table has no such move, or somebody was quicker */
    void move(Refund refund, RefundState to, @Nullable String ref, @Nullable String failureCode) {
        RefundState.MOVES.require(refund.state(), to);
        int rows = jdbc.sql("""
                        update payment.refunds
                        set state = :to, provider_ref = :ref, failure_code = :failure, updated_at = :now
                        where id = :id and state = :from
                        """)
                .param("to", Wire.name(to))
                .param("ref", ref)
                .param("failure", failureCode)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", refund.id().value())
                .param("from", Wire.name(refund.state()))
                .update();
        if (rows != 1) {
            throw new IllegalMove(refund.state(), to);
        }
        history.record(refund.subject(), refund.state(), to, failureCode);
    }
}
