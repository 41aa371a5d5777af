package io.marquee.planning;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of tasks. */
@Repository
class TaskTable {
    private final JdbcClient jdbc;

    TaskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By phase, then by day. */
    List<TaskView> of(EventView event, Instant now) {
        return jdbc.sql("""
                        select id, title, note, phase, owner_id, due_days, due_at, done_at, done_by, version from planning.tasks
                        where event_id = ?
                        order by array_position(array['plan', 'prepare', 'promote', 'run', 'after'], phase),
                          due_days nulls last, created_at, id
                        """)
                .param(event.id().value())
                .query((row, n) -> task(row, event, now))
                .list();
    }

    private static TaskView task(ResultSet row, EventView event, Instant now) throws SQLException {
        TaskDetails details = new TaskDetails(
                row.getString("title"),
                row.getString("note"),
                Wire.parse(Phase.class, row.getString("phase")),
                person(row, "owner_id"),
                row.getObject("due_days", Integer.class));
        Timestamp due = row.getTimestamp("due_at");
        Timestamp done = row.getTimestamp("done_at");
        return new TaskView(
                row.getObject("id", UUID.class),
                details,
                details.dueDays() == null ? null : due(event, details.dueDays()),
                done == null && due != null && !due.toInstant().isAfter(now),
                done == null ? null : done.toInstant(),
                person(row, "done_by"),
                row.getInt("version"));
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : PersonId.of(id);
    }

    private static LocalDate due(EventView event, int days) {
        return event.details().startsAt().toLocalDate().plusDays(days);
    }

    private static @Nullable Timestamp dueAt(EventView event, @Nullable Integer days) {
        return days == null
                ? null
                : Timestamp.from(due(event, days)
                        .plusDays(1)
                        .atStartOfDay(event.details().timeZone())
                        .toInstant());
    }

    /** The event of a task; null where there is none. */
    @Nullable
    UUID eventOf(UUID id) {
        return jdbc.sql("select event_id from planning.tasks where id = ?")
                .param(id)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    UUID insert(EventView event, TaskDetails task, Instant now) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into planning.tasks
                          (id, event_id, organization_id, title, note, phase, owner_id, due_days, due_at, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(id, event.id().value(), event.organization().value())
                .params(task.title(), task.note(), Wire.name(task.phase()))
                .param(task.owner() == null ? null : task.owner().value())
                .param(task.dueDays())
                .param(dueAt(event, task.dueDays()))
                .param(Timestamp.from(now))
                .update();
        return id;
    }

    /**
     * @param version that the editor started from; null for any
     * @return the next one; null when the event has no such task of that version
     */
    @Nullable
    Integer update(EventView event, UUID id, TaskDetails task, @Nullable Integer version) {
        return jdbc.sql("""
                        update planning.tasks
                        set title = ?, note = ?, phase = ?, owner_id = ?, due_days = ?, due_at = ?, version = version + 1,
                            told_at = case when due_days is not distinct from ? then told_at end
                        where id = ? and event_id = ? and version = coalesce(?::int, version) returning version
                        """)
                .params(task.title(), task.note(), Wire.name(task.phase()))
                .param(task.owner() == null ? null : task.owner().value())
                .param(task.dueDays())
                .param(dueAt(event, task.dueDays()))
                .param(task.dueDays())
                .params(id, event.id().value())
                .param(version)
                .query(Integer.class)
                .optional()
                .orElse(null);
    }

    /** Compare-and-set: whoever ticks it first has done it. @param at null: it is open again */
    boolean done(EventId event, UUID id, @Nullable Instant at, @Nullable PersonId by) {
        return jdbc.sql("""
                        update planning.tasks set done_at = ?, done_by = ?
                        where id = ? and event_id = ? and (done_at is null) = ?
                        """)
                        .param(at == null ? null : Timestamp.from(at))
                        .param(by == null ? null : by.value())
                        .params(id, event.value(), at != null)
                        .update()
                == 1;
    }

    /** @return false when the event has no such task */
    boolean remove(EventId event, UUID id) {
        return jdbc.sql("delete from planning.tasks where id = ? and event_id = ?")
                        .params(id, event.value())
                        .update()
                == 1;
    }

    /** The event's days are others now: what is due later is told anew. */
    void moved(EventView event) {
        jdbc.sql("select id, due_days from planning.tasks where event_id = ? and due_days is not null")
                .param(event.id().value())
                .query((row, n) -> new Due(row.getObject(1, UUID.class), row.getInt(2)))
                .list()
                .forEach(due -> jdbc.sql("""
                                update planning.tasks set due_at = :at, told_at = case when :at > due_at then null else told_at end
                                where id = :id and due_at <> :at
                                """)
                        .param("at", dueAt(event, due.days()))
                        .param("id", due.id())
                        .update());
    }

    private record Due(UUID id, int days) {}

    /** Events with open tasks that are late, or soon will be and are nobody's own, and of which nobody was told since. */
    List<Late> late(Instant now, Instant toldBefore, Instant soon, int limit) {
        return jdbc.sql("""
                        select distinct event_id, organization_id from planning.tasks
                        where done_at is null
                          and (due_at <= :now and (told_at is null or told_at < :before or told_at < due_at)
                               or due_at > :now and due_at <= :soon and owner_id is null and told_at is null)
                        limit :limit
                        """)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(toldBefore))
                .param("soon", Timestamp.from(soon))
                .param("limit", limit)
                .query((row, n) -> new Late(
                        EventId.of(row.getObject(1, UUID.class)), OrganizationId.of(row.getObject(2, UUID.class))))
                .list();
    }

    record Late(EventId event, OrganizationId organization) {}

    /** Notes those of an event as told, whoever does so first. */
    List<Told> tell(EventId event, Instant now, Instant toldBefore) {
        return jdbc.sql("""
                        update planning.tasks set told_at = :now
                        where event_id = :event and done_at is null and due_at <= :now
                          and (told_at is null or told_at < :before or told_at < due_at)
                        returning title, owner_id, due_at
                        """)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(toldBefore))
                .param("event", event.value())
                .query(TaskTable::told)
                .list();
    }

    /** Those that are due until then, and nobody's own: once, before they are late. */
    List<Told> warn(EventId event, Instant now, Instant soon) {
        return jdbc.sql("""
                        update planning.tasks set told_at = :now
                        where event_id = :event and done_at is null and due_at > :now and due_at <= :soon
                          and owner_id is null and told_at is null
                        returning title, owner_id, due_at
                        """)
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(soon))
                .param("event", event.value())
                .query(TaskTable::told)
                .list();
    }

    private static Told told(ResultSet row, int n) throws SQLException {
        return new Told(
                row.getString("title"),
                person(row, "owner_id"),
                row.getTimestamp("due_at").toInstant());
    }

    /** @param owner null: the team's */
    record Told(String title, @Nullable PersonId owner, Instant dueAt) {}
}
