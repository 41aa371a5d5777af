package io.marquee.guest;

import io.marquee.kernel.EventId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.programme.Attendance;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Events of which the person who acts has said that they come, or may. */
@Component
class AnsweredEvents implements Attendance {
    private final JdbcClient jdbc;
    private final GuestRows guests;
    private final Acting acting;

    AnsweredEvents(JdbcClient jdbc, GuestRows guests, Acting acting) {
        this.jdbc = jdbc;
        this.guests = guests;
        this.acting = acting;
    }

    /** Also of who has not answered yet, or can't come this time. */
    @Override
    @Transactional(readOnly = true)
    public boolean leadsTo(EventId event, Actor.Capability link) {
        return acting.as(
                link,
                () -> guests.all(List.of(link.hold())).stream()
                        .anyMatch(guest -> guest.event().equals(event)
                                && guest.state() != GuestState.REMOVED
                                && guest.state() != GuestState.DECLINED));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<EventId> mine() {
        if (!(Acting.current() instanceof Actor.Person person)) return Set.of();
        return acting.asPlatform(
                () -> jdbc.sql("select event_id from guest.guests where person_id = ? and state in ('going', 'maybe')")
                        .param(person.id())
                        .query((row, n) -> EventId.of(row.getObject(1, UUID.class)))
                        .set());
    }
}
