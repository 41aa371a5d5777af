package io.marquee.audit;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The row that goes with every move of a state: who, when, why. Written in the transaction that makes the move. */
@Component
public class History {
    private static final String SELECT = """
            select subject, subject_id, from_state "from", to_state "to", at, actor_kind, actor_id, reason from audit.transitions
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    History(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of what, and whose it is. {@code kind} is a word such as {@code order}. */
    public record Subject(
            String kind,
            UUID id,
            OrganizationId organization,
            @Nullable EventId event) {}

    /** A move that was made, as it is shown. */
    public record Entry(
            String subject,
            UUID subjectId,
            @Nullable String from,
            String to,
            Instant at,
            String actorKind,
            @Nullable UUID actorId,
            @Nullable String reason) {}

    /**
     * A move to write down.
     *
     * @param from null when the thing was just made
     * @param by who made it
     */
    public record Move(
            Subject subject,
            @Nullable Enum<?> from,
            Enum<?> to,
            @Nullable String reason,
            Actor by) {}

    /** @param from null when the thing was just made */
    public void record(Subject subject, @Nullable Enum<?> from, Enum<?> to, @Nullable String reason) {
        record(List.of(new Move(subject, from, to, reason, Acting.current())));
    }

    /** The same move of several things of one kind. The id in {@code subject} is not looked at. */
    public void record(Subject subject, List<UUID> ids, @Nullable Enum<?> from, Enum<?> to, @Nullable String reason) {
        Actor actor = Acting.current();
        record(ids.stream()
                .map(id -> new Subject(subject.kind(), id, subject.organization(), subject.event()))
                .map(one -> new Move(one, from, to, reason, actor))
                .toList());
    }

    /** All in one statement. */
    @Transactional
    public void record(List<Move> moves) {
        if (moves.isEmpty()) return;
        jdbc.sql("""
                        insert into audit.transitions
                          (organization_id, event_id, subject, subject_id, from_state, to_state, at, actor_kind, actor_id, reason)
                        select m.organization, m.event, m.subject, m.id, m.from_state, m.to_state, ?, m.kind, m.actor, m.reason
                          from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[])
                               m (organization, event, subject, id, from_state, to_state, kind, actor, reason)
                        """)
                .params(
                        Timestamp.from(clock.instant()),
                        column(moves, move -> move.subject().organization().value(), UUID[]::new),
                        column(moves, move -> value(move.subject().event()), UUID[]::new),
                        column(moves, move -> move.subject().kind(), String[]::new),
                        column(moves, move -> move.subject().id(), UUID[]::new),
                        column(moves, move -> move.from() == null ? null : Wire.name(move.from()), String[]::new),
                        column(moves, move -> Wire.name(move.to()), String[]::new),
                        column(moves, move -> move.by().kind(), String[]::new),
                        column(moves, move -> move.by().id(), UUID[]::new),
                        column(moves, Move::reason, String[]::new))
                .update();
    }

    private static @Nullable UUID value(@Nullable EventId event) {
        return event == null ? null : event.value();
    }

    private static <T extends @Nullable Object> T[] column(
            List<Move> moves, Function<Move, T> part, IntFunction<T[]> array) {
        return moves.stream().map(part).toArray(array);
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Entry> of(UUID subjectId) {
        return jdbc.sql(SELECT + "where subject_id = ? order by at, id")
                .param(subjectId)
                .query(History::entry)
                .list();
    }

    /** Of several things, newest first. @param most the newest of all are told when there are more */
    @Transactional(readOnly = true)
    public List<Entry> of(Collection<UUID> subjectIds, int most) {
        if (subjectIds.isEmpty()) return List.of();
        return jdbc.sql(SELECT + "where subject_id = any (?) order by at desc, id desc limit ?")
                .params(subjectIds.toArray(UUID[]::new), most)
                .query(History::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getString(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getString(8));
    }
}
