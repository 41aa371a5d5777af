package io.marquee.payment.sandbox;

import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeFact.DisputeStanding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sandbox's book of disputes: at most one a charge. */
@Component
class SandboxDisputes {
    private static final Duration TIME_TO_ANSWER = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final SandboxCharges charges;
    private final SandboxDeliveries deliveries;
    private final Clock clock;

    SandboxDisputes(JdbcClient jdbc, SandboxCharges charges, SandboxDeliveries deliveries, Clock clock) {
        this.jdbc = jdbc;
        this.charges = charges;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** A row of payment.sandbox_disputes. */
    record SandboxDispute(
            String id, String charge, DisputeStanding standing, Money amount, String reason, Instant openedAt) {
        ChargeFact.Dispute fact() {
            return new ChargeFact.Dispute(
                    id, standing, false, true, amount, reason, isOpen() ? openedAt.plus(TIME_TO_ANSWER) : null, null);
        }

        boolean isOpen() {
            return standing == DisputeStanding.NEEDS_RESPONSE || standing == DisputeStanding.UNDER_REVIEW;
        }

        private static SandboxDispute read(ResultSet row, int number) throws SQLException {
            return new SandboxDispute(
                    row.getString("id"),
                    row.getString("charge_id"),
                    Wire.parse(DisputeStanding.class, row.getString("state")),
                    Money.of(row.getLong("amount"), row.getString("currency")),
                    row.getString("reason"),
                    row.getTimestamp("created_at").toInstant());
        }
    }

    /** Once for each charge. */
    void open(SandboxCharge charge) {
        int rows = jdbc.sql("""
                        insert into payment.sandbox_disputes (id, charge_id, state, amount, currency, reason, created_at)
                        values (?, ?, 'needs_response', ?, ?, 'fraudulent', ?)
                        on conflict (charge_id) do nothing
                        """)
                .params(
                        SandboxIds.next("dp"),
                        charge.id(),
                        charge.amount().amount(),
                        charge.amount().currency().getCurrencyCode(),
                        Timestamp.from(clock.instant()))
                .update();
        if (rows == 1) {
            deliveries.owe(charge, "dispute.created");
        }
    }

    @Transactional(readOnly = true)
    public List<SandboxDispute> of(String charge) {
        return jdbc.sql("select * from payment.sandbox_disputes where charge_id = ?")
                .param(charge)
                .query(SandboxDispute::read)
                .list();
    }

    /** By charge; those without any are missing. */
    Map<String, List<SandboxDispute>> ofAll(String[] charges) {
        return jdbc
                .sql("select * from payment.sandbox_disputes where charge_id = any(?)")
                .param(charges)
                .query(SandboxDispute::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(SandboxDispute::charge));
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public SandboxDispute byId(String id) {
        return jdbc.sql("select * from payment.sandbox_disputes where id = ?")
                .param(id)
                .query(SandboxDispute::read)
                .optional()
                .orElseThrow(() -> new NotFound("page"));
    }

    /** The shop has said what it has to say: the bank looks at it. One that was answered or has ended stays. */
    @Transactional
    public boolean answer(String id) {
        int rows = jdbc.sql("""
                        update payment.sandbox_disputes set state = 'under_review' where id = ? and state = 'needs_response'
                        """).param(id).update();
        if (rows == 1) {
            deliveries.owe(charges.locked(byId(id).charge()), "dispute.updated");
        }
        return rows == 1;
    }

    /** What the shop calls the payment that is disputed. */
    @Transactional
    public String reference(SandboxDispute dispute) {
        return charges.locked(dispute.charge()).reference();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<SandboxDispute> open() {
        return jdbc.sql("""
                        select * from payment.sandbox_disputes where state in ('needs_response', 'under_review')
                        order by created_at desc limit 50
                        """).query(SandboxDispute::read).list();
    }

    /** The bank says how an open dispute ends. One that has ended stays. @throws NotFound */
    @Transactional
    public void decide(String id, boolean won) {
        String charge = jdbc.sql("select charge_id from payment.sandbox_disputes where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("page"));
        int rows = jdbc.sql("""
                        update payment.sandbox_disputes set state = ?
                        where id = ? and state in ('needs_response', 'under_review')
                        """).params(won ? "won" : "lost", id).update();
        if (rows == 1) {
            deliveries.owe(charges.locked(charge), "dispute.closed");
        }
    }
}
