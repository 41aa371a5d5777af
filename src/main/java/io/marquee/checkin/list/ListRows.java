package io.marquee.checkin.list;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of lists. */
@Repository
class ListRows {
    private final JdbcClient jdbc;

    ListRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(EventView event, UUID id, ListDetails details, Instant now) {
        jdbc.sql("""
                        insert into checkin.lists
                          (id, event_id, organization_id, name, kind, rule, ticket_types, gates, opens_at, closes_at, capacity,
                           created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        event.id().value(),
                        event.organization().value(),
                        details.name(),
                        Wire.name(Objects.requireNonNull(details.kind())),
                        Wire.name(Objects.requireNonNull(details.rule())),
                        details.ticketTypes().toArray(UUID[]::new),
                        details.gates().toArray(String[]::new))
                .param(timestamp(details.opensAt()))
                .param(timestamp(details.closesAt()))
                .param(details.capacity())
                .param(Timestamp.from(now))
                .update();
    }

    /** Oldest first, without archived ones. */
    List<CheckInList> ofEvent(EventId event) {
        return jdbc.sql("select * from checkin.lists where event_id = ? and archived_at is null order by id")
                .param(event.value())
                .query(ListRows::view)
                .list();
    }

    /** Also one that is archived. */
    Optional<CheckInList> find(EventId event, UUID id) {
        return jdbc.sql("select * from checkin.lists where event_id = ? and id = ?")
                .params(event.value(), id)
                .query(ListRows::view)
                .optional();
    }

    boolean archive(EventId event, UUID id, Instant now) {
        return jdbc.sql("""
                        update checkin.lists set archived_at = ?
                         where event_id = ? and id = ? and archived_at is null
                        """).params(Timestamp.from(now), event.value(), id).update() == 1;
    }

    /** Whoever counts who is inside waits for whoever is letting in. */
    void lock(UUID id) {
        jdbc.sql("select from checkin.lists where id = ? for update").param(id).query(row -> {});
    }

    private static CheckInList view(ResultSet row, int number) throws SQLException {
        return new CheckInList(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Wire.parse(ListKind.class, row.getString("kind")),
                Wire.parse(ListRule.class, row.getString("rule")),
                Arrays.asList((UUID[]) row.getArray("ticket_types").getArray()),
                Arrays.asList((String[]) row.getArray("gates").getArray()),
                instant(row, "opens_at"),
                instant(row, "closes_at"),
                row.getObject("capacity", Integer.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
