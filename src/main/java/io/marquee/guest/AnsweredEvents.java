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
                        select exists (select from guest.guests g
                                        where g.event_id = :event and g.state not in ('removed', 'declined')
                                          and (g.id = :link and g.link = :generation
                                               or exists (select from guest.merged m
                                                           where m.id = :link and m.guest_id = g.id and m.link = :generation
                                                             and (m.email not like '%.invalid' or g.email like '%.invalid'))))
                        """)
                .param("link", link.hold())
                .param("generation", link.generation())
                .param("event", event.value())
                .query(Boolean.class)
                .single());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasEnded(Actor.Capability link) {
        return acting.asPlatform(() -> jdbc.sql("""
                        select exists (select from guest.guests where id = :link and link <> :generation)
                            or exists (select from guest.merged where id = :link and link is distinct from :generation)
                        """)
                .param("link", link.hold())
                .param("generation", link.generation())
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
