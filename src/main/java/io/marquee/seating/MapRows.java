package io.marquee.seating;

import io.marquee.kernel.Ids;
import io.marquee.kernel.NotFound;
import io.marquee.seating.SeatPlan.Row;
import io.marquee.seating.SeatPlan.Seat;
import io.marquee.seating.SeatPlan.Section;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes plans. */
@Repository
class MapRows {
    private final JdbcClient jdbc;

    MapRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Without what is drawn on it. @return false when the event has one already */
    boolean insert(SeatPlan map, Instant at) {
        return jdbc.sql("""
                        insert into seating.maps (id, organization_id, event_id, name, no_orphans, created_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (event_id) do nothing
                        """)
                        .params(map.id(), map.organization().value())
                        .param(event(map))
                        .params(map.name(), map.noOrphans(), Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Locks the plan until the transaction ends, so that its editors take turns, and counts the change. */
    void change(SeatPlan map) {
        int changed = jdbc.sql("update seating.maps set version = version + 1 where id = ?")
                .param(map.id())
                .update();
        if (changed != 1) throw new NotFound("seat_map");
    }

    void edit(SeatPlan map, String name, boolean noOrphans) {
        int edited = jdbc.sql("update seating.maps set name = ?, no_orphans = ? where id = ?")
                .params(name, noOrphans, map.id())
                .update();
        if (edited != 1) throw new NotFound("seat_map");
    }

    void insert(SeatPlan map, Section section, int position) {
        jdbc.sql("""
                        insert into seating.sections (id, map_id, organization_id, event_id, name, position, ticket_types)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(section.id(), map.id(), map.organization().value())
                .param(event(map))
                .params(section.name(), position, section.ticketTypes().toArray(UUID[]::new))
                .update();
        insert(map, section.id(), section.rows());
    }

    void edit(UUID section, String name, List<UUID> ticketTypes, int position) {
        int edited = jdbc.sql("update seating.sections set name = ?, ticket_types = ?, position = ? where id = ?")
                .params(name, ticketTypes.toArray(UUID[]::new), position, section)
                .update();
        if (edited != 1) throw new NotFound("section");
    }

    void shift(UUID section, float x, float y) {
        jdbc.sql("update seating.seats set x = x + ?, y = y + ? where section_id = ?")
                .params(x, y, section)
                .update();
    }

    void delete(UUID section) {
        int deleted = jdbc.sql("delete from seating.sections where id = ?")
                .param(section)
                .update();
        if (deleted != 1) throw new NotFound("section");
    }

    void insert(SeatPlan map, UUID section, List<Row> rows) {
        List<Seat> seats = new ArrayList<>();
        List<Row> rowOf = new ArrayList<>();
        for (Row row : rows) {
            for (Seat seat : row.seats()) {
                seats.add(seat);
                rowOf.add(row);
            }
        }
        jdbc.sql("""
                        insert into seating.seats (id, section_id, map_id, organization_id, event_id, row_label, row_order,
                                                   label, place, x, y, accessible)
                        select s.id, ?, ?, ?, ?, s.row_label, s.row_order, s.label, s.place, s.x, s.y, s.accessible
                          from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                               s (id, row_label, row_order, label, place, x, y, accessible)
                        """)
                .params(section, map.id(), map.organization().value())
                .param(event(map))
                .params(
                        seats.stream().map(Seat::id).toArray(UUID[]::new),
                        rowOf.stream().map(Row::label).toArray(String[]::new),
                        rowOf.stream().map(Row::order).toArray(Integer[]::new),
                        seats.stream().map(Seat::label).toArray(String[]::new),
                        seats.stream().map(Seat::place).toArray(Integer[]::new),
                        seats.stream().map(Seat::x).toArray(Float[]::new),
                        seats.stream().map(Seat::y).toArray(Float[]::new),
                        seats.stream().map(Seat::accessible).toArray(Boolean[]::new))
                .update();
    }

    void deleteSeats(List<UUID> seats) {
        jdbc.sql("delete from seating.seats where id = any (?)")
                .param(seats.toArray(UUID[]::new))
                .update();
    }

    void accessible(List<UUID> seats, boolean accessible) {
        jdbc.sql("update seating.seats set accessible = ? where id = any (?)")
                .params(accessible, seats.toArray(UUID[]::new))
                .update();
    }

    void move(List<UUID> seats, float x, float y) {
        jdbc.sql("update seating.seats set x = x + ?, y = y + ? where id = any (?)")
                .params(x, y, seats.toArray(UUID[]::new))
                .update();
    }

    void rename(UUID seat, String label) {
        jdbc.sql("update seating.seats set label = ? where id = ?")
                .params(label, seat)
                .update();
    }

    void renameRow(UUID section, int order, String label) {
        jdbc.sql("update seating.seats set row_label = ? where section_id = ? and row_order = ?")
                .params(label, section, order)
                .update();
    }

    /** Blocks those that nobody has. @return how many are blocked now that were not */
    int block(SeatPlan map, List<UUID> seats, Instant at) {
        return jdbc.sql("""
                        insert into seating.occupants (seat_id, organization_id, event_id, since)
                        select id, ?, ?, ? from seating.seats where id = any (?) order by id
                        on conflict (seat_id) do nothing
                        """)
                .param(map.organization().value())
                .param(event(map))
                .params(Timestamp.from(at), seats.toArray(UUID[]::new))
                .update();
    }

    void unblock(List<UUID> seats) {
        jdbc.sql("delete from seating.occupants where seat_id = any (?) and hold_id is null")
                .param(seats.toArray(UUID[]::new))
                .update();
    }

    /** Of these, those that a hold has. */
    List<UUID> sold(List<UUID> seats) {
        return jdbc.sql("select seat_id from seating.occupants where seat_id = any (?) and hold_id is not null")
                .param(seats.toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Of the map, those that are blocked. */
    List<UUID> blocked(SeatPlan map) {
        return jdbc.sql("""
                        select o.seat_id from seating.occupants o join seating.seats s on s.id = o.seat_id
                         where s.map_id = ? and o.hold_id is null
                        """)
                .param(map.id())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    void delete(SeatPlan map) {
        jdbc.sql("delete from seating.maps where id = ?").param(map.id()).update();
    }

    private static @Nullable UUID event(SeatPlan map) {
        return map.event() == null ? null : map.event().value();
    }

    /** The same drawing with ids of its own. */
    static List<Row> copied(List<Row> rows) {
        return rows.stream()
                .map(row -> new Row(
                        row.label(),
                        row.order(),
                        row.seats().stream()
                                .map(s -> new Seat(Ids.next(), s.label(), s.place(), s.x(), s.y(), s.accessible()))
                                .toList()))
                .toList();
    }
}
