package io.marquee.ticketing;

import io.marquee.identity.Access;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the stock anew from holds and tickets, and compares. Every command moves a counter and the rows behind it in one
 * transaction, so one statement's snapshot must agree at any moment, also in the middle of a rush.
 */
@Component
public class StockRecount {
    private static final Logger LOG = LoggerFactory.getLogger(StockRecount.class);

    private final JdbcClient jdbc;
    private final Access access;
    private final Acting acting;
    private final AtomicInteger lastFound = new AtomicInteger();

    StockRecount(JdbcClient jdbc, Access access, Acting acting, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.access = access;
        this.acting = acting;
        meters.gauge("marquee.stock.drift", lastFound);
    }

    /**
     * Every counter of the platform that is wrong; looks only.
     *
     * @throws io.marquee.kernel.Refusal unless an administrator asks
     */
    @Transactional(readOnly = true)
    public List<Drift> compare() {
        access.requireAdministrator();
        return acting.asPlatform(this::differences);
    }

    /**
     * Sets every wrong counter right, and answers what was wrong.
     *
     * @throws io.marquee.kernel.Refusal unless an administrator asks
     */
    @Transactional
    public List<Drift> mend() {
        access.requireAdministrator();
        return acting.asPlatform(() -> {
            List<Drift> wrong = differences();
            if (!wrong.isEmpty()) {
                LOG.warn("mending {} counters of stock: {}", wrong.size(), wrong);
                jdbc.sql("select from ticketing.mend_stock()").query(row -> {});
                jdbc.sql("select from ticketing.mend_seats()").query(row -> {});
            }
            return wrong;
        });
    }

    /** The nightly look. */
    @Transactional(readOnly = true)
    void report() {
        List<Drift> wrong = acting.asPlatform(this::differences);
        lastFound.set(wrong.size());
        if (!wrong.isEmpty()) LOG.error("{} counters of stock are wrong: {}", wrong.size(), wrong);
    }

    private List<Drift> differences() {
        return jdbc.sql("""
                        select event_id, kind, subject, expected, counted from ticketing.stock_drift()
                         union all
                        select event_id, kind, subject, expected, counted from ticketing.seat_drift()
                        """)
                .query((row, n) -> new Drift(
                        new EventId(row.getObject(1, UUID.class)),
                        Wire.parse(Drift.Kind.class, row.getString(2)),
                        row.getObject(3, UUID.class),
                        row.getLong(4),
                        row.getLong(5)))
                .list();
    }
}
