package io.marquee.guest;

import io.marquee.event.PeopleComing;
import io.marquee.kernel.EventId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who counts on an event, or was asked to. */
@Component
class GuestsComing implements PeopleComing {
    private final JdbcClient jdbc;

    GuestsComing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exist(EventId event) {
        return jdbc.sql("""
                        select exists (select from guest.guests
                         where event_id = ? and state not in ('not_going', 'declined', 'removed'))
                        """).param(event.value()).query(Boolean.class).single();
    }
}
