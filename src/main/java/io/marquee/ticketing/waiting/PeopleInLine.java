package io.marquee.ticketing.waiting;

import io.marquee.event.PeopleComing;
import io.marquee.kernel.EventId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Those who still wait for a place; who was offered one has a hold. */
@Component
class PeopleInLine implements PeopleComing {
    private final JdbcClient jdbc;

    PeopleInLine(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exist(EventId event) {
        return jdbc.sql("""
                        select exists (select from ticketing.waiting_entries where event_id = ? and state = 'waiting')
                        """).param(event.value()).query(Boolean.class).single();
    }
}
