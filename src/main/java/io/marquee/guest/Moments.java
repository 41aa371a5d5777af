package io.marquee.guest;

import io.marquee.audit.History;
import io.marquee.kernel.Ids;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to a guest, in order: the moves of their state, and the rest. */
@Component
class Moments {
    /** Of each kind of things that are told; a page has no more. */
    static final int MOST = 500;

    private final History history;
    private final JdbcClient jdbc;
    private final Clock clock;

    Moments(History history, JdbcClient jdbc, Clock clock) {
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is no move of a state. */
    enum Kind {
        NOTE,
        SENT,
        BOUNCED,
        OPENED,
        CLICKED,
        REMINDED,
        MUTED,
        BOUGHT,
        TICKET_GONE,
        IMPORTED,
        MERGED,
        TAGGED,
        UNTAGGED,
        SHARED,
        LINK_RENEWED
    }

    void add(GuestView guest, Kind kind, String words) {
        add(List.of(guest.id().value()), kind, words);
    }

    /** To all of them in one statement. */
    void add(Collection<UUID> guests, Kind kind, String words) {
        add(guests, kind, words, List.of());
    }

    /** @param about tickets, all of which are the guest's where there is one guest */
    void add(Collection<UUID> guests, Kind kind, String words, Collection<UUID> about) {
        UUID[] ids = guests.toArray(UUID[]::new);
        jdbc.sql("""
                        insert into guest.moments (id, guest_id, event_id, organization_id, kind, words, about, by, at)
                        select m.id, g.id, g.event_id, g.organization_id, :kind, :words, :about, :by, :at
                        from unnest(:ids::uuid[], :guests::uuid[]) m (id, guest) join guest.guests g on g.id = m.guest
                        """)
                .param("kind", Wire.name(kind))
                .param("words", words)
                .param("about", about.toArray(UUID[]::new))
                .param("by", Acting.cause() instanceof Actor.Person person ? person.id() : null)
                .param("at", Timestamp.from(clock.instant()))
                .param("ids", Stream.generate(Ids::next).limit(ids.length).toArray(UUID[]::new))
                .param("guests", ids)
                .update();
    }

    /** Those that they hold, and those that they held. */
    List<UUID> tickets(GuestView guest) {
        return jdbc.sql("""
                        select ticket_id from guest.tickets where guest_id = ?
                        union select unnest(about) from guest.moments where guest_id = ?
                        """)
                .params(guest.id().value(), guest.id().value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** In any order. @param ids of the guest, and of those who became them */
    Stream<GuestMoment> of(GuestView guest, Collection<UUID> ids) {
        Stream<GuestMoment> moves = history.of(ids, MOST).stream()
                .map(move -> new GuestMoment(
                        "state",
                        move.to(),
                        move.reason() == null ? "" : move.reason(),
                        move.actorKind().equals("person") ? person(move.actorId()) : null,
                        move.at()));
        Stream<GuestMoment> rest = jdbc
                .sql(
                        "select kind, words, by, at from guest.moments where guest_id = ? order by at desc, id desc limit ?")
                .params(guest.id().value(), MOST)
                .query((row, n) -> new GuestMoment(
                        row.getString(1),
                        "",
                        row.getString(2),
                        person(row.getObject(3, UUID.class)),
                        row.getTimestamp(4).toInstant()))
                .stream();
        return Stream.concat(moves, rest);
    }

    private static @Nullable PersonId person(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }
}
