package io.marquee.seating;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.seating.SeatPlan.Row;
import io.marquee.seating.SeatPlan.Seat;
import io.marquee.seating.SeatPlan.Section;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads plans, and which of their seats somebody has. */
@Repository
class PlanRows {
    private static final String MAP =
            "select id, organization_id, event_id, name, no_orphans, version from seating.maps ";

    private final JdbcClient jdbc;

    PlanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SeatPlan> ofEvent(EventId event) {
        return jdbc.sql(MAP + "where event_id = ?")
                .param(event.value())
                .query(PlanRows::map)
                .optional()
                .map(this::drawn);
    }

    Optional<SeatPlan> byId(UUID id) {
        return jdbc.sql(MAP + "where id = ?")
                .param(id)
                .query(PlanRows::map)
                .optional()
                .map(this::drawn);
    }

    /** Those that the organization keeps, without what is drawn on them. */
    List<SeatPlan> kept(OrganizationId organization) {
        return jdbc.sql(MAP + "where organization_id = ? and event_id is null order by name, id limit 200")
                .param(organization.value())
                .query(PlanRows::map)
                .list();
    }

    Optional<Integer> version(EventId event) {
        return jdbc.sql("select version from seating.maps where event_id = ?")
                .param(event.value())
                .query(Integer.class)
                .optional();
    }

    /** Held, sold and blocked ones. */
    List<UUID> taken(EventId event) {
        return jdbc.sql("select seat_id from seating.occupants where event_id = ?")
                .param(event.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Of these, those that somebody has or that were blocked. */
    List<UUID> takenOf(List<UUID> seats) {
        return jdbc.sql("select seat_id from seating.occupants where seat_id = any (?)")
                .param(seats.toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private static SeatPlan map(ResultSet row, int n) throws SQLException {
        UUID event = row.getObject("event_id", UUID.class);
        return new SeatPlan(
                row.getObject("id", UUID.class),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                event == null ? null : new EventId(event),
                row.getString("name"),
                row.getBoolean("no_orphans"),
                row.getInt("version"),
                List.of());
    }

    private SeatPlan drawn(SeatPlan map) {
        Map<UUID, List<Row>> rows = rows(map.id());
        List<Section> sections = jdbc.sql(
                        "select id, name, ticket_types from seating.sections where map_id = ? order by position, id")
                .param(map.id())
                .query((row, n) -> {
                    UUID id = row.getObject(1, UUID.class);
                    return new Section(id, row.getString(2), uuids(row.getArray(3)), rows.getOrDefault(id, List.of()));
                })
                .list();
        return new SeatPlan(
                map.id(), map.organization(), map.event(), map.name(), map.noOrphans(), map.version(), sections);
    }

    private static List<UUID> uuids(Array array) throws SQLException {
        return Arrays.asList((UUID[]) array.getArray());
    }

    private Map<UUID, List<Row>> rows(UUID map) {
        Map<UUID, List<Row>> sections = new LinkedHashMap<>();
        jdbc.sql("""
                        select section_id, row_label, row_order, id, label, place, x, y, accessible
                          from seating.seats where map_id = ?
                         order by section_id, row_order, place
                        """).param(map).query(row -> {
            List<Row> rows = sections.computeIfAbsent(row.getObject(1, UUID.class), s -> new ArrayList<>());
            int order = row.getInt(3);
            if (rows.isEmpty() || rows.getLast().order() != order) {
                rows.add(new Row(row.getString(2), order, new ArrayList<>()));
            }
            rows.getLast()
                    .seats()
                    .add(new Seat(
                            row.getObject(4, UUID.class),
                            row.getString(5),
                            row.getInt(6),
                            row.getFloat(7),
                            row.getFloat(8),
                            row.getBoolean(9)));
        });
        return sections;
    }
}
