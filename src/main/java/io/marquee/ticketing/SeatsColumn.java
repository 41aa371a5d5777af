package io.marquee.ticketing;

import io.marquee.seating.SeatName;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A hold's seats in one column of whatever is read with them, in the order of its tickets. */
public final class SeatsColumn {
    private SeatsColumn() {}

    /** The column {@code seats}. @param hold the hold's id in that statement */
    public static String of(String hold) {
        return """
                array(select concat_ws(E'\\x1f', s.seat_id, s.section, s.row_label, s.label)
                        from ticketing.hold_seats s where s.hold_id = %s order by s.position) as seats
                """.formatted(hold);
    }

    /** Each as id, section, row and seat with a unit separator between. */
    public static List<SeatName> read(Array seats) throws SQLException {
        return Arrays.stream((String[]) seats.getArray())
                .map(seat -> seat.split("\u001f", -1))
                .map(parts -> new SeatName(UUID.fromString(parts[0]), parts[1], parts[2], parts[3]))
                .toList();
    }
}
