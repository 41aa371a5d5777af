package io.marquee.conversation.chat;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
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

/** The rows of messages, and of what people reported. */
@Repository
class MessageRows {
    private static final String SELECT = """
            select m.id message, case when m.deleted_at is null then m.body else '' end body, m.at, m.change, m.pinned_at is not null pinned,
                   m.deleted_at is not null deleted, b.id, b.person_id, b.guest_id, b.name, b.handle, b.team, b.muted_at is not null muted
              from conversation.messages m join conversation.members b on b.id = m.member_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    MessageRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID insert(Entrance entrance, Member by, String body, long change) {
        UUID id = Ids.next();
        one(jdbc.sql("""
                        insert into conversation.messages (id, event_id, organization_id, member_id, body, at, change)
                        values (:id, :event, :organization, :member, :body, :at, :change)
                        """)
                .param("id", id)
                .param("event", entrance.event().id().value())
                .param("organization", entrance.event().organization().value())
                .param("member", by.id())
                .param("body", body)
                .param("at", Timestamp.from(clock.instant()))
                .param("change", change)
                .update());
        return id;
    }

    /** When they last wrote, newest first. */
    List<Instant> lastOf(UUID member, int limit) {
        return jdbc.sql("select at from conversation.messages where member_id = ? order by at desc limit ?")
                .params(member, limit)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list();
    }

    @Nullable
    MessageView find(EventId event, UUID id) {
        return jdbc.sql(SELECT + "where m.event_id = ? and m.id = ?")
                .params(event.value(), id)
                .query(MessageRows::map)
                .optional()
                .orElse(null);
    }

    /** Newest first. */
    List<MessageView> before(EventId event, @Nullable UUID before, int limit) {
        return jdbc.sql(SELECT + """
                        where m.event_id = :event and (:before::uuid is null or m.id < :before::uuid) order by m.id desc limit :limit
                        """)
                .param("event", event.value())
                .param("before", before)
                .param("limit", limit)
                .query(MessageRows::map)
                .list();
    }

    /** What was posted or changed after that, in this order. */
    List<MessageView> since(EventId event, long change, int limit) {
        return jdbc.sql(SELECT + "where m.event_id = ? and m.change > ? order by m.change limit ?")
                .params(event.value(), change, limit)
                .query(MessageRows::map)
                .list();
    }

    /** Newest first. */
    List<MessageView> pinned(EventId event) {
        return jdbc.sql(
                        SELECT
                                + "where m.event_id = ? and m.pinned_at is not null and m.deleted_at is null order by m.pinned_at desc limit 5")
                .param(event.value())
                .query(MessageRows::map)
                .list();
    }

    /** @return false when it was deleted before */
    boolean delete(UUID id, long change) {
        return jdbc.sql(
                                "update conversation.messages set deleted_at = ?, pinned_at = null, change = ? where id = ? and deleted_at is null")
                        .params(Timestamp.from(clock.instant()), change, id)
                        .update()
                == 1;
    }

    void pin(UUID id, boolean pinned, long change) {
        one(jdbc.sql("update conversation.messages set pinned_at = :at::timestamptz, change = :change where id = :id")
                .param("at", pinned ? Timestamp.from(clock.instant()) : null)
                .param("change", change)
                .param("id", id)
                .update());
    }

    /** Once for each who does; again, it is open again. */
    void report(Entrance entrance, UUID message, UUID by, String reason) {
        one(jdbc.sql("""
                        insert into conversation.reports (message_id, member_id, event_id, organization_id, reason, at)
                        values (:message, :member, :event, :organization, :reason, :at)
                        on conflict (message_id, member_id) do update set reason = excluded.reason, at = excluded.at
                        """)
                .param("message", message)
                .param("member", by)
                .param("event", entrance.event().id().value())
                .param("organization", entrance.event().organization().value())
                .param("reason", reason)
                .param("at", Timestamp.from(clock.instant()))
                .update());
    }

    /** Oldest first, those that nobody has looked at. */
    List<ReportView> reports(EventId event) {
        return jdbc.sql("""
                        select r.message_id, w.name, r.reason, r.at from conversation.reports r
                          join conversation.members w on w.id = r.member_id
                         where r.event_id = ? and r.settled_at is null order by r.at limit 100
                        """)
                .param(event.value())
                .query((row, n) -> new ReportView(
                        one(find(event, row.getObject(1, UUID.class))),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    void settle(EventId event, UUID message) {
        jdbc.sql(
                        "update conversation.reports set settled_at = ? where event_id = ? and message_id = ? and settled_at is null")
                .params(Timestamp.from(clock.instant()), event.value(), message)
                .update();
    }

    private static MessageView one(@Nullable MessageView found) {
        if (found == null) throw new IllegalStateException("a report is about a message that there is");
        return found;
    }

    private static void one(int rows) {
        if (rows != 1) throw new IllegalStateException("expected one row, found " + rows);
    }

    private static MessageView map(ResultSet row, int n) throws SQLException {
        return new MessageView(
                row.getObject("message", UUID.class),
                RoomRows.member(row, n),
                row.getString("body"),
                row.getTimestamp("at").toInstant(),
                row.getLong("change"),
                row.getBoolean("pinned"),
                row.getBoolean("deleted"));
    }
}
