package io.marquee.conversation.blast;

import io.marquee.audit.History;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.platform.mail.Circulation.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of blasts. A move of their state is a compare-and-set with a row in the history. */
@Repository
class BlastRows {
    private static final String SELECT = """
            select id, event_id, organization_id, state, subject, body, segment, by_email, in_app, created_by, created_at, send_at,
                   done_at, reached, guests, mailed, told, nobody
              from conversation.blasts
            """;

    private final JdbcClient jdbc;
    private final History history;
    private final Clock clock;

    BlastRows(JdbcClient jdbc, History history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    void insert(BlastView blast) {
        BlastDraft draft = blast.draft();
        one(jdbc.sql("""
                        insert into conversation.blasts
                          (id, event_id, organization_id, state, subject, body, segment, by_email, in_app, created_by, created_at, send_at)
                        values (:id, :event, :organization, :state, :subject, :body, :segment, :byEmail, :inApp, :by, :at, :sendAt)
                        """)
                .param("id", blast.id().value())
                .param("event", blast.event().value())
                .param("organization", blast.organization().value())
                .param("state", Wire.name(blast.state()))
                .param("subject", draft.subject())
                .param("body", draft.body())
                .param("segment", draft.segment().word())
                .param("byEmail", draft.byEmail())
                .param("inApp", draft.inApp())
                .param("by", blast.by() == null ? null : blast.by().value())
                .param("at", Timestamp.from(blast.createdAt()))
                .param("sendAt", Timestamp.from(blast.sendAt()))
                .update());
        history.record(subject(blast), null, blast.state(), null);
    }

    @Nullable
    BlastView find(BlastId id) {
        return one(SELECT + "where id = ?", id);
    }

    /** Nobody else hands over its copies until the transaction ends. */
    @Nullable
    BlastView locked(BlastId id) {
        return one(SELECT + "where id = ? for update", id);
    }

    List<BlastView> scheduled(EventId event) {
        return jdbc.sql(SELECT + "where event_id = ? and state = 'scheduled' order by id for update")
                .param(event.value())
                .query(BlastRows::map)
                .list();
    }

    /** Newest first. */
    List<BlastView> ofEvent(EventId event, @Nullable UUID before, int limit) {
        return jdbc.sql(SELECT + """
                        where event_id = :event and (:before::uuid is null or id < :before::uuid) order by id desc limit :limit
                        """)
                .param("event", event.value())
                .param("before", before)
                .param("limit", limit)
                .query(BlastRows::map)
                .list();
    }

    int countSince(EventId event, Instant since) {
        return jdbc.sql(
                        "select count(*) from conversation.blasts where event_id = ? and created_at >= ? and state <> 'cancelled'")
                .params(event.value(), Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** @return false when it is not as it was seen */
    boolean move(BlastView seen, BlastState to) {
        BlastState.MOVES.require(seen.state(), to);
        int moved = jdbc.sql("""
                        update conversation.blasts
                           set state = :to, done_at = case when :to in ('sent', 'cancelled') then :at::timestamptz end
                         where id = :id and state = :from
                        """)
                .param("to", Wire.name(to))
                .param("at", Timestamp.from(clock.instant()))
                .param("id", seen.id().value())
                .param("from", Wire.name(seen.state()))
                .update();
        if (moved == 1) history.record(subject(seen), seen.state(), to, null);
        return moved == 1;
    }

    /** A batch was handed over. @param reached the last guest of it */
    void advance(BlastView seen, UUID reached, int guests, Reach handed) {
        one(jdbc.sql("""
                        update conversation.blasts
                           set reached = :reached, guests = guests + :guests, mailed = mailed + :mailed, told = told + :told,
                               nobody = nobody + :nobody
                         where id = :id and state = 'sending' and reached is not distinct from :before::uuid
                        """)
                .param("reached", reached)
                .param("guests", guests)
                .param("mailed", handed.mailed())
                .param("told", handed.told())
                .param("nobody", handed.nobody())
                .param("id", seen.id().value())
                .param("before", seen.reached())
                .update());
    }

    private @Nullable BlastView one(String sql, BlastId id) {
        return jdbc.sql(sql).param(id.value()).query(BlastRows::map).optional().orElse(null);
    }

    private static History.Subject subject(BlastView blast) {
        return new History.Subject("blast", blast.id().value(), blast.organization(), blast.event());
    }

    private static void one(int rows) {
        if (rows != 1) throw new IllegalStateException("expected one row, found " + rows);
    }

    private static BlastView map(ResultSet row, int n) throws SQLException {
        Instant sendAt = row.getTimestamp("send_at").toInstant();
        Timestamp done = row.getTimestamp("done_at");
        UUID by = row.getObject("created_by", UUID.class);
        return new BlastView(
                new BlastId(row.getObject("id", UUID.class)),
                new EventId(row.getObject("event_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                Wire.parse(BlastState.class, row.getString("state")),
                new BlastDraft(
                        row.getString("subject"),
                        row.getString("body"),
                        Segment.parse(row.getString("segment")),
                        row.getBoolean("by_email"),
                        row.getBoolean("in_app"),
                        sendAt),
                by == null ? null : new PersonId(by),
                row.getTimestamp("created_at").toInstant(),
                sendAt,
                done == null ? null : done.toInstant(),
                row.getObject("reached", UUID.class),
                row.getInt("guests"),
                new Reach(row.getInt("mailed"), row.getInt("told"), row.getInt("nobody")));
    }
}
