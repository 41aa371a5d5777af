package io.marquee.programme;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of speakers and sessions. */
@Repository
class AgendaRows {
    private final JdbcClient jdbc;

    AgendaRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Agenda of(EventView event) {
        return new Agenda(sessions(event), speakers(event.id()));
    }

    private List<SessionView> sessions(EventView event) {
        Map<UUID, List<UUID>> speakers = new HashMap<>();
        jdbc.sql("select session_id, speaker_id from programme.session_speakers where event_id = ? order by position")
                .param(event.id().value())
                .query(row -> {
                    speakers.computeIfAbsent(row.getObject(1, UUID.class), session -> new ArrayList<>())
                            .add(row.getObject(2, UUID.class));
                });
        return jdbc.sql("""
                        select id, title, description, starts_after, lasts, room, track, version from programme.sessions
                        where event_id = ? order by starts_after, lower(room), id
                        """)
                .param(event.id().value())
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    LocalDateTime starts = event.details().startsAt().plusMinutes(row.getInt("starts_after"));
                    SessionDetails details = new SessionDetails(
                            row.getString("title"),
                            row.getString("description"),
                            starts,
                            starts.plusMinutes(row.getInt("lasts")),
                            row.getString("room"),
                            row.getString("track"),
                            speakers.getOrDefault(id, List.of()));
                    return new SessionView(id, details, row.getInt("version"));
                })
                .list();
    }

    private List<SpeakerView> speakers(EventId event) {
        return jdbc.sql(
                        "select id, name, line, about, photo, version from programme.speakers where event_id = ? order by lower(name), id")
                .param(event.value())
                .query((row, n) -> new SpeakerView(
                        row.getObject(1, UUID.class),
                        new SpeakerDetails(row.getString(2), row.getString(3), row.getString(4)),
                        row.getObject(5, UUID.class),
                        row.getInt(6)))
                .list();
    }

    boolean any(EventId event) {
        return jdbc.sql("select exists (select from programme.sessions where event_id = ?)")
                .param(event.value())
                .query(Boolean.class)
                .single();
    }

    void insert(EventView event, UUID id, SessionDetails session) {
        jdbc.sql("""
                        insert into programme.sessions
                          (id, event_id, organization_id, title, description, starts_after, lasts, room, track)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(id, event.id().value(), event.organization().value())
                .params(session.title(), session.description(), after(event, session), lasts(session))
                .params(session.room(), session.track())
                .update();
        put(event, id, session.speakers());
    }

    /**
     * @param version that the editor started from; null for any
     * @return the next one; null when the event has no such session of that version
     */
    @Nullable
    Integer update(EventView event, UUID id, SessionDetails session, @Nullable Integer version) {
        Integer next = jdbc.sql("""
                        update programme.sessions
                        set title = ?, description = ?, starts_after = ?, lasts = ?, room = ?, track = ?, version = version + 1
                        where id = ? and event_id = ? and version = coalesce(?::int, version) returning version
                        """)
                .params(session.title(), session.description(), after(event, session), lasts(session))
                .params(session.room(), session.track(), id, event.id().value())
                .param(version)
                .query(Integer.class)
                .optional()
                .orElse(null);
        if (next == null) return null;
        if (!speakersOf(id).equals(session.speakers())) {
            jdbc.sql("delete from programme.session_speakers where session_id = ? and speaker_id <> all (?)")
                    .params(id, session.speakers().toArray(UUID[]::new))
                    .update();
            put(event, id, session.speakers());
        }
        return next;
    }

    private List<UUID> speakersOf(UUID session) {
        return jdbc.sql("select speaker_id from programme.session_speakers where session_id = ? order by position")
                .param(session)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    Map<UUID, String> names(Collection<UUID> speakers) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select id, name from programme.speakers where id = any (?)")
                .param(speakers.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return names;
    }

    /** The event of a session or a speaker; null where there is none. */
    @Nullable
    UUID eventOf(UUID id) {
        return jdbc.sql("""
                        select event_id from programme.sessions where id = :id
                        union all select event_id from programme.speakers where id = :id
                        """).param("id", id).query(UUID.class).optional().orElse(null);
    }

    /** Those that speak there already stay, so that the trail tells only who came. */
    private void put(EventView event, UUID session, List<UUID> speakers) {
        for (int i = 0; i < speakers.size(); i++) {
            jdbc.sql("""
                            insert into programme.session_speakers values (?, ?, ?, ?, ?)
                            on conflict (session_id, speaker_id) do update set position = excluded.position
                            """)
                    .params(
                            session,
                            speakers.get(i),
                            event.id().value(),
                            event.organization().value(),
                            i)
                    .update();
        }
    }

    /** @return false when the event has no such session */
    boolean removeSession(EventId event, UUID id) {
        return jdbc.sql("delete from programme.sessions where id = ? and event_id = ?")
                        .params(id, event.value())
                        .update()
                == 1;
    }

    void insert(EventView event, UUID id, SpeakerDetails speaker, @Nullable UUID photo) {
        jdbc.sql(
                        "insert into programme.speakers (id, event_id, organization_id, name, line, about, photo) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, event.id().value(), event.organization().value())
                .params(speaker.name(), speaker.line(), speaker.about())
                .param(photo)
                .update();
    }

    /** As that of a session. */
    @Nullable
    Integer update(EventId event, UUID id, SpeakerDetails speaker, @Nullable Integer version) {
        return jdbc.sql("""
                        update programme.speakers set name = ?, line = ?, about = ?, version = version + 1
                        where id = ? and event_id = ? and version = coalesce(?::int, version) returning version
                        """)
                .params(speaker.name(), speaker.line(), speaker.about(), id, event.value())
                .param(version)
                .query(Integer.class)
                .optional()
                .orElse(null);
    }

    /** @return false when the event has no such speaker */
    boolean photo(EventId event, UUID id, @Nullable UUID photo) {
        return jdbc.sql("update programme.speakers set photo = ? where id = ? and event_id = ?")
                        .param(photo)
                        .params(id, event.value())
                        .update()
                == 1;
    }

    /** @return false when the event has no such speaker */
    boolean removeSpeaker(EventId event, UUID id) {
        return jdbc.sql("delete from programme.speakers where id = ? and event_id = ?")
                        .params(id, event.value())
                        .update()
                == 1;
    }

    /** The same programme for another event; times are counted from its own start. */
    void copy(EventView from, EventView to) {
        Agenda agenda = of(from);
        Map<UUID, UUID> copies = new HashMap<>();
        agenda.speakers().forEach(speaker -> {
            UUID id = Ids.next();
            copies.put(speaker.id(), id);
            insert(to, id, speaker.details(), speaker.photo());
        });
        Duration later =
                Duration.between(from.details().startsAt(), to.details().startsAt());
        agenda.sessions().forEach(session -> insert(to, Ids.next(), moved(session.details(), later, copies)));
    }

    private static SessionDetails moved(SessionDetails session, Duration later, Map<UUID, UUID> speakers) {
        return new SessionDetails(
                session.title(),
                session.description(),
                session.startsAt().plus(later),
                session.endsAt().plus(later),
                session.room(),
                session.track(),
                session.speakers().stream().map(speakers::get).toList());
    }

    private static int after(EventView event, SessionDetails session) {
        return (int)
                Duration.between(event.details().startsAt(), session.startsAt()).toMinutes();
    }

    private static int lasts(SessionDetails session) {
        return (int) Duration.between(session.startsAt(), session.endsAt()).toMinutes();
    }
}
