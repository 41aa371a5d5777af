package io.marquee.payment.sandbox;

import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.ChargeFact.DisputeStanding;
import io.marquee.payment.provider.RefundRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sandbox's book of refunds. A refund to a slow card takes its time, others arrive at once. */
@Component
class SandboxRefunds {
    private final JdbcClient jdbc;
    private final SandboxCharges charges;
    private final SandboxDisputes disputes;
    private final SandboxBehaviours behaviours;
    private final SandboxDeliveries deliveries;
    private final SandboxAgenda agenda;
    private final Clock clock;

    SandboxRefunds(
            JdbcClient jdbc,
            SandboxCharges charges,
            SandboxDisputes disputes,
            SandboxBehaviours behaviours,
            SandboxDeliveries deliveries,
            SandboxAgenda agenda,
            Clock clock) {
        this.jdbc = jdbc;
        this.charges = charges;
        this.disputes = disputes;
        this.behaviours = behaviours;
        this.deliveries = deliveries;
        this.agenda = agenda;
        this.clock = clock;
    }

    enum State {
        PENDING,
        PAID_BACK,
        FAILED
    }

    /** A row of payment.sandbox_refunds. */
    record SandboxRefund(
            String id,
            String key,
            State state,
            Money amount,
            @Nullable String failureCode) {
        private static SandboxRefund read(ResultSet row, int number) throws SQLException {
            return new SandboxRefund(
                    row.getString("id"),
                    row.getString("idempotency_key"),
                    Wire.parse(State.class, row.getString("state")),
                    Money.of(row.getLong("amount"), row.getString("currency")),
                    row.getString("failure_code"));
        }
    }

    List<SandboxRefund> of(String charge) {
        return jdbc.sql("select * from payment.sandbox_refunds where charge_id = ? order by created_at, id")
                .param(charge)
                .query(SandboxRefund::read)
                .list();
    }

    /** By charge; those without any are missing. */
    Map<String, List<SandboxRefund>> ofAll(String[] charges) {
        Map<String, List<SandboxRefund>> byCharge = new HashMap<>();
        jdbc.sql("select * from payment.sandbox_refunds where charge_id = any(?) order by created_at, id")
                .param(charges)
                .query((ResultSet row) -> {
                    byCharge.computeIfAbsent(row.getString("charge_id"), id -> new ArrayList<>())
                            .add(SandboxRefund.read(row, 0));
                });
        return byCharge;
    }

    /** Sends money back, or answers how the refund under this key stands. */
    @Transactional
    public SandboxRefund refund(RefundRequest request) {
        SandboxCharge charge = charges.locked(request.charge().id());
        boolean isNew = jdbc.sql("select count(*) from payment.sandbox_refunds where idempotency_key = ?")
                        .param(request.key())
                        .query(Long.class)
                        .single()
                == 0;
        if (isNew) {
            open(charge, request);
        }
        settleDue(charge);
        return jdbc.sql("select * from payment.sandbox_refunds where idempotency_key = ?")
                .param(request.key())
                .query(SandboxRefund::read)
                .single();
    }

    private void open(SandboxCharge charge, RefundRequest request) {
        String refusal = refusal(charge, request.amount());
        boolean slow = charge.card().filter(TestCard.SLOW::equals).isPresent();
        Instant now = clock.instant();
        Instant settles = slow ? now.plusSeconds(behaviours.current().settleSeconds()) : now;
        jdbc.sql("""
                        insert into payment.sandbox_refunds
                          (id, charge_id, idempotency_key, state, amount, currency, failure_code, settles_at, created_at)
                        values (:id, :charge, :key, :state, :amount, :currency, :failure, :settles, :now)
                        """)
                .param("id", SandboxIds.next("re"))
                .param("charge", charge.id())
                .param("key", request.key())
                .param("state", refusal == null ? "pending" : "failed")
                .param("amount", request.amount().amount())
                .param("currency", request.amount().currency().getCurrencyCode())
                .param("failure", refusal)
                .param("settles", Timestamp.from(settles))
                .param("now", Timestamp.from(now))
                .update();
        if (refusal != null) {
            deliveries.owe(charge, "refund.failed");
        } else if (slow) {
            agenda.lookAt(charge.id(), settles);
        }
    }

    private @Nullable String refusal(SandboxCharge charge, Money amount) {
        long back = jdbc.sql("""
                        select coalesce(sum(amount), 0) from payment.sandbox_refunds
                        where charge_id = ? and state <> 'failed'
                        """).param(charge.id()).query(Long.class).single();
        boolean disputed = disputes.of(charge.id()).stream().anyMatch(d -> d.standing() != DisputeStanding.WON);
        if (charge.state() != ChargeState.PAID
                || back + amount.amount() > charge.amount().amount()) {
            return "refund_more_than_paid";
        } else if (disputed) {
            return "refund_of_disputed";
        } else {
            return charge.card().filter(TestCard.REFUND_FAILS::equals).isPresent() ? "refund_not_accepted" : null;
        }
    }

    /** Those whose time has come arrive. The caller holds the lock on the charge. */
    void settleDue(SandboxCharge charge) {
        int rows = jdbc.sql("""
                        update payment.sandbox_refunds set state = 'paid_back'
                        where charge_id = ? and state = 'pending' and settles_at <= ?
                        """)
                .params(charge.id(), Timestamp.from(clock.instant()))
                .update();
        if (rows > 0) {
            deliveries.owe(charge, "refund.paid");
        }
    }
}
