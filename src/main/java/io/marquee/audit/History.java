package io.marquee.audit;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The row that goes with every move of a state: who, when, why. Written in the transaction that makes the move. */
@Component
public class History {
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

    /** @param from null when the thing was just made */
    public void record(Subject subject, @Nullable Enum<?> from, Enum<?> to, @Nullable String reason) {
        record(subject, List.of(subject.id()), from, to, reason);
    }

    /** The same move of several things of one kind, in one statement. The id in {@code subject} is not looked at. */
    @Transactional
    public void record(Subject subject, List<UUID> ids, @Nullable Enum<?> from, Enum<?> to, @Nullable String reason) {
        Actor actor = Acting.current();
        jdbc.sql("""
                        insert into audit.transitions
                          (organization_id, event_id, subject, subject_id, from_state, to_state, at, actor_kind, actor_id, reason)
                        select :organization, :event, :subject, id, :from, :to, :at, :kind, :actor, :reason
                        from unnest(:ids) id
                        """)
                .param("organization", subject.organization().value())
                .param("event", subject.event() == null ? null : subject.event().value())
                .param("subject", subject.kind())
                .param("ids", ids.toArray(UUID[]::new))
                .param("from", from == null ? null : Wire.name(from))
                .param("to", Wire.name(to))
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", actor.kind())
                .param("actor", actor.id())
                .param("reason", reason)
                .update();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Entry> of(UUID subjectId) {
        return jdbc.sql("""
                        select subject, subject_id, from_state "from", to_state "to", at, actor_kind, actor_id, reason
                        from audit.transitions where subject_id = ? order by at, id
                        """)
                .param(subjectId)
                .query((row, n) -> new Entry(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant(),
                        row.getString(6),
                        row.getObject(7, UUID.class),
                        row.getString(8)))
                .list();
    }
}
