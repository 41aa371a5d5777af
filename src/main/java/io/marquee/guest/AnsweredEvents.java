package io.marquee.guest;

import io.marquee.kernel.EventId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.programme.Attendance;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Events of which the person who acts has said that they come, or may. */
@Component
class AnsweredEvents implements Attendance {
    private final JdbcClient jdbc;
    private final Acting acting;

    AnsweredEvents(JdbcClient jdbc, Acting acting) {
        this.jdbc = jdbc;
        this.acting = acting;
    }

    /** Also of who has not answered yet, or can't come this time. */
    @Override
    @Transactional(readOnly = true)
    public boolean leadsTo(EventId event, Actor.Capability link) {
        // by the platform: the link proves who it is, and whoever became another guest has no row of their own
        return acting.asPlatform(() -> jdbc.sql("""
                        select exists (select from guest.guests
                                        where id = coalesce((select m.guest_id from guest.merged m join guest.guests n on n.id = m.guest_id
                                                        where m.id = :link and (m.email not like '%.invalid' or n.email like '%.invalid')), :link)
                                          and event_id = :event and state not in ('removed', 'declined'))
                        """)
                .param("link", link.hold())
                .param("event", event.value())
                .query(Boolean.class)
                .single());
    }

    @Override
    @Transactional(readOnly = true)
    public Set<EventId> mine() {
        if (!(Acting.current() instanceof Actor.Person person)) return Set.of();
        return acting.asPlatform(() -> jdbc.sql("""
                        select event_id from guest.guests where state in ('going', 'maybe')
                           and (person_id = :person or id in (select guest_id from guest.merged where person_id = :person))
                        """)
                .param("person", person.id())
                .query((row, n) -> EventId.of(row.getObject(1, UUID.class)))
                .set());
    }
}
