package io.marquee.payment;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a provider says and our states cannot follow: another amount than was asked for, or money after the end. It never
 * settles anything in silence; it is kept, logged as an error and shown to the administrator.
 */
@Component
class Discrepancies {
    private static final Logger log = LoggerFactory.getLogger(Discrepancies.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    Discrepancies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Kept once, however often it is seen. @param kind amount, ended_before or refund_amount */
    void found(Attempt attempt, String kind, Object expected, Object found) {
        int rows = jdbc.sql("""
                        insert into payment.discrepancies
                          (payment_id, kind, organization_id, event_id, expected, found, seen_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(
                        attempt.id().value(),
                        kind,
                        attempt.organization().value(),
                        attempt.event().value(),
                        expected.toString(),
                        found.toString(),
                        Timestamp.from(clock.instant()))
                .update();
        if (rows == 1) {
            log.error("payment {}: {} expected {}, provider says {}", attempt.id(), kind, expected, found);
        }
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<DiscrepancyView> recent(int limit) {
        return jdbc.sql("""
                        select payment_id, kind, expected, found, seen_at from payment.discrepancies
                        order by seen_at desc limit ?
                        """)
                .param(limit)
                .query((row, n) -> new DiscrepancyView(
                        PaymentId.of(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .list();
    }
}
