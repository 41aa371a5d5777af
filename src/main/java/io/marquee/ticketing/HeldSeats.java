package io.marquee.ticketing;

import io.marquee.seating.SeatName;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of a hold's seats. */
@Repository
class HeldSeats {
    private final JdbcClient jdbc;

    HeldSeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A seat and the type that it is sold as. */
    record Sold(TicketTypeId type, SeatName seat) {}

    void insert(HoldView hold, List<Sold> seats) {
        jdbc.sql("""
                        insert into ticketing.hold_seats
                          (hold_id, position, seat_id, ticket_type_id, organization_id, section, row_label, label)
                        select ?, s.position, s.seat, s.type, ?, s.section, s.row_label, s.label
                          from unnest(?, ?, ?, ?, ?)
                               with ordinality s (seat, type, section, row_label, label, position)
                        """)
                .params(
                        hold.id().value(),
                        hold.organization().value(),
                        seats.stream().map(s -> s.seat().id()).toArray(UUID[]::new),
                        seats.stream().map(s -> s.type().value()).toArray(UUID[]::new),
                        seats.stream().map(s -> s.seat().section()).toArray(String[]::new),
                        seats.stream().map(s -> s.seat().row()).toArray(String[]::new),
                        seats.stream().map(s -> s.seat().seat()).toArray(String[]::new))
                .update();
    }

    /** Each as id, section, row and seat with a unit separator between. */
    static List<SeatName> read(Array seats) throws SQLException {
        return Arrays.stream((String[]) seats.getArray())
                .map(seat -> seat.split("\u001f", -1))
                .map(parts -> new SeatName(UUID.fromString(parts[0]), parts[1], parts[2], parts[3]))
                .toList();
    }
}
