package io.marquee.ticketing;

import io.marquee.event.CommittedSales;
import io.marquee.kernel.EventId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Anything held or sold of an event, from what the counters say and from tickets that were ever issued. */
@Component
class SoldEvents implements CommittedSales {
    private final JdbcClient jdbc;

    SoldEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exist(EventId event) {
        return jdbc.sql("""
                        select exists (select from ticketing.quotas where event_id = ? and held + sold > 0)
                            or exists (select from ticketing.tickets where event_id = ?)
                        """)
                .params(event.value(), event.value())
                .query(Boolean.class)
                .single();
    }
}
