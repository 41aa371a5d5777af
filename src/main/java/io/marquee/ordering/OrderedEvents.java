package io.marquee.ordering;

import io.marquee.event.PeopleComing;
import io.marquee.kernel.EventId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Events with any order: also one that was never paid has its history, and its event stays. */
@Component
class OrderedEvents implements PeopleComing {
    private final JdbcClient jdbc;

    OrderedEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exist(EventId event) {
        return jdbc.sql("select exists (select from ordering.orders where event_id = ?)")
                .param(event.value())
                .query(Boolean.class)
                .single();
    }
}
