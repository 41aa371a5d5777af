package io.marquee.event.series;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of {@code event.series} and {@code event.occurrences}. */
@Component
class SeriesTable {
    private static final String COLUMNS = """
            id, organization_id, slug, title, rule, first_day, time_zone, ahead_days, publish, made_through, due_at, ended_at
            """;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final JdbcClient jdbc;

    SeriesTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when another series has the slug already */
    boolean insert(SeriesView series, Instant now) {
        return jdbc.sql("""
                        insert into event.series (id, organization_id, slug, title, rule, first_day, time_zone, ahead_days,
                          publish, made_through, due_at, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (slug) do nothing
                        """)
                        .params(series.id(), series.organization().value(), series.slug(), series.title())
                        .params(
                                series.recurrence().rule(),
                                series.first(),
                                series.timeZone().getId())
                        .params(series.aheadDays(), series.publish(), series.madeThrough())
                        .param(stamp(series.dueAt()))
                        .param(Timestamp.from(now))
                        .update()
                == 1;
    }

    /** @param dueAt null: there is none any more */
    void decided(UUID id, LocalDate through, @Nullable Instant dueAt) {
        expectOne(jdbc.sql("update event.series set made_through = ?, due_at = ? where id = ?")
                .param(through)
                .param(stamp(dueAt))
                .param(id)
                .update());
    }

    /** From that day on, of which the event is there: what comes after it is decided anew. */
    void change(UUID id, SeriesRule rule, LocalDate since, Instant now) {
        expectOne(jdbc.sql("""
                        update event.series
                        set rule = ?, first_day = ?, ahead_days = ?, publish = ?, made_through = ?, due_at = ?, ended_at = null
                        where id = ?
                        """)
                .params(rule.recurrence().rule(), since, rule.aheadDays(), rule.publish(), since)
                .params(Timestamp.from(now), id)
                .update());
    }

    void end(UUID id, Instant at) {
        expectOne(jdbc.sql("update event.series set ended_at = ?, due_at = null where id = ?")
                .params(Timestamp.from(at), id)
                .update());
    }

    void title(UUID id, String title) {
        expectOne(jdbc.sql("update event.series set title = ? where id = ?")
                .params(title, id)
                .update());
    }

    @Nullable
    SeriesView find(String idOrSlug) {
        return ID.matcher(idOrSlug).matches() ? one("id = ?", UUID.fromString(idOrSlug)) : one("slug = ?", idOrSlug);
    }

    @Nullable
    SeriesView of(EventId event) {
        return one("id = (select series_id from event.occurrences where event_id = ?)", event.value());
    }

    Map<EventId, SeriesView> of(Collection<EventId> events) {
        Map<EventId, SeriesView> found = new HashMap<>();
        jdbc.sql(
                        "select o.event_id, s.* from event.occurrences o join event.series s on s.id = o.series_id where o.event_id = any (?)")
                .param(events.stream().map(EventId::value).toArray(UUID[]::new))
                .query((row, n) -> found.put(EventId.of(row.getObject("event_id", UUID.class)), map(row, n)))
                .list();
        return found;
    }

    /** Nobody else changes it, or makes its next dates, before this transaction ends. */
    @Nullable
    SeriesView lock(UUID id) {
        return one("id = ? for no key update", id);
    }

    List<SeriesView> due(Instant now, int limit) {
        return jdbc.sql("select " + COLUMNS + " from event.series where due_at <= ? order by due_at, id limit ?")
                .params(Timestamp.from(now), limit)
                .query(SeriesTable::map)
                .list();
    }

    /** In order of their slots. */
    List<Occurrence> occurrences(UUID series) {
        return jdbc.sql("select slot, event_id, altered from event.occurrences where series_id = ? order by slot")
                .param(series)
                .query((row, n) -> new Occurrence(
                        row.getObject(1, LocalDate.class), event(row.getObject(2, UUID.class)), row.getBoolean(3)))
                .list();
    }

    /** @param event null: nothing takes place then @return false when that day is decided already */
    boolean add(UUID series, OrganizationId organization, LocalDate slot, @Nullable EventId event) {
        return jdbc.sql("""
                        insert into event.occurrences (series_id, slot, event_id, organization_id) values (?, ?, ?, ?)
                        on conflict (series_id, slot) do nothing
                        """)
                        .params(series, slot)
                        .param(event == null ? null : event.value())
                        .param(organization.value())
                        .update()
                == 1;
    }

    void remove(UUID series, LocalDate slot) {
        expectOne(jdbc.sql("delete from event.occurrences where series_id = ? and slot = ?")
                .params(series, slot)
                .update());
    }

    Set<String> slugs(String base) {
        return Set.copyOf(jdbc.sql("select slug from event.series where slug = ? or slug like ?")
                .params(base, base + "-%")
                .query(String.class)
                .list());
    }

    /** @return false for an event of no series */
    boolean altered(EventId event, boolean altered) {
        return jdbc.sql("update event.occurrences set altered = ? where event_id = ?")
                        .params(altered, event.value())
                        .update()
                == 1;
    }

    /** The coming ones in order, or the past ones from the latest on; drafts among them, as the actor's rows allow. */
    List<EventId> events(UUID series, boolean past, Instant now, int limit) {
        String sql =
                "select e.id from event.occurrences o join event.events e on e.id = o.event_id where o.series_id = ? and "
                        + (past
                                ? "e.ends_at <= ? order by e.starts_at desc, e.id"
                                : "e.ends_at > ? order by e.starts_at, e.id")
                        + " limit ?";
        return jdbc.sql(sql)
                .params(series, Timestamp.from(now), limit)
                .query((row, n) -> EventId.of(row.getObject(1, UUID.class)))
                .list();
    }

    private @Nullable SeriesView one(String condition, Object... parameters) {
        return jdbc.sql("select " + COLUMNS + " from event.series where " + condition)
                .params(parameters)
                .query(SeriesTable::map)
                .optional()
                .orElse(null);
    }

    private static SeriesView map(ResultSet row, int number) throws SQLException {
        return new SeriesView(
                row.getObject("id", UUID.class),
                OrganizationId.of(row.getObject("organization_id", UUID.class)),
                row.getString("slug"),
                row.getString("title"),
                new Recurrence(row.getString("rule")),
                row.getObject("first_day", LocalDate.class),
                ZoneId.of(row.getString("time_zone")),
                row.getInt("ahead_days"),
                row.getBoolean("publish"),
                row.getObject("made_through", LocalDate.class),
                instant(row.getTimestamp("due_at")),
                instant(row.getTimestamp("ended_at")));
    }

    private static @Nullable EventId event(@Nullable UUID id) {
        return id == null ? null : EventId.of(id);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Timestamp stamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    private static void expectOne(int rows) {
        if (rows != 1) throw new IllegalStateException("expected one row, found " + rows);
    }
}
