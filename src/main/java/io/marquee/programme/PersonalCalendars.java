package io.marquee.programme;

import io.marquee.event.EventCalendar;
import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Actors;
import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Sha256;
import io.marquee.platform.tenancy.Acting;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calendar of a person: events to which they come, and the sessions that they starred. Calendars cannot sign in, so its address
 * is a secret, of which we keep a digest; whoever makes another one, or takes it away, ends the old one.
 */
@Component
public class PersonalCalendars {
    private static final int SECRET_BYTES = 24;

    private final JdbcClient jdbc;
    private final List<Attendance> attendance;
    private final EventReads events;
    private final SessionEntries sessions;
    private final EventCalendar calendar;
    private final Actors actors;
    private final Access access;
    private final Acting acting;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PersonalCalendars(
            JdbcClient jdbc,
            List<Attendance> attendance,
            EventReads events,
            SessionEntries sessions,
            EventCalendar calendar,
            Actors actors,
            Access access,
            Acting acting,
            Clock clock) {
        this.jdbc = jdbc;
        this.attendance = attendance;
        this.events = events;
        this.sessions = sessions;
        this.calendar = calendar;
        this.actors = actors;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /** Since when the person who acts has one; null for none. @throws io.marquee.kernel.Unauthenticated */
    @Transactional(readOnly = true)
    public @Nullable Instant since() {
        return jdbc.sql("select made_at from programme.feeds where person_id = ?")
                .param(access.personId().value())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }

    /** Another address in place of any other. @return its path, which is shown this once */
    @Transactional
    public String make() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("""
                        insert into programme.feeds (person_id, secret, made_at) values (?, ?, ?)
                        on conflict (person_id) do update set secret = excluded.secret, made_at = excluded.made_at
                        """)
                .params(access.personId().value(), Sha256.of(token), Timestamp.from(clock.instant()))
                .update();
        return "/calendars/" + token + ".ics";
    }

    /** Nobody reads it any more. */
    @Transactional
    public void remove() {
        jdbc.sql("delete from programme.feeds where person_id = ?")
                .param(access.personId().value())
                .update();
    }

    /** @throws NotFound for an address that is none, or not any more */
    @Transactional(readOnly = true)
    public String read(String token, String name) {
        PersonId person = acting.asPlatform(() -> jdbc.sql("select person_id from programme.feeds where secret = ?")
                        .param(Sha256.of(token))
                        .query(UUID.class)
                        .optional())
                .map(PersonId::of)
                .orElseThrow(() -> new NotFound("calendar"));
        return acting.as(actors.of(person), () -> {
            Set<EventId> coming = new HashSet<>();
            attendance.forEach(known -> coming.addAll(known.mine()));
            // as the person: whoever may not see an event any more sees none of its sessions
            Map<EventId, EventView> all = new HashMap<>(events.byIds(starredEvents(person)));
            all.putAll(acting.asPlatform(() -> events.byIds(coming)));
            List<EventView> known = all.values().stream()
                    .filter(event -> event.state() != EventState.DRAFT)
                    .toList();
            List<EventCalendar.Entry> starred = new ArrayList<>();
            known.forEach(event -> starred.addAll(sessions.starred(event, null)));
            return calendar.feed(
                    name,
                    known.stream().filter(event -> coming.contains(event.id())).toList(),
                    starred);
        });
    }

    private Set<EventId> starredEvents(PersonId person) {
        return jdbc.sql("select distinct event_id from programme.stars where owner = ?")
                .param(person.value())
                .query((row, n) -> EventId.of(row.getObject(1, UUID.class)))
                .set();
    }
}
