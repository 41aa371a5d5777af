package io.marquee.ticketing;

import io.marquee.seating.SeatName;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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

    void insert(List<SeatedCart> carts) {
        List<Row> rows = carts.stream()
                .flatMap(cart -> IntStream.range(0, cart.seats().size())
                        .mapToObj(n -> new Row(cart.hold(), n + 1, cart.seats().get(n))))
                .toList();
        jdbc.sql("""
                        insert into ticketing.hold_seats
                          (hold_id, organization_id, position, seat_id, ticket_type_id, section, row_label, label)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        column(rows, row -> row.hold().id().value(), UUID[]::new),
                        column(rows, row -> row.hold().organization().value(), UUID[]::new),
                        column(rows, Row::position, Integer[]::new),
                        column(rows, row -> row.sold().seat().id(), UUID[]::new),
                        column(rows, row -> row.sold().type().value(), UUID[]::new),
                        column(rows, row -> row.sold().seat().section(), String[]::new),
                        column(rows, row -> row.sold().seat().row(), String[]::new),
                        column(rows, row -> row.sold().seat().seat(), String[]::new))
                .update();
    }

    private record Row(HoldView hold, int position, Sold sold) {}

    private static <T> T[] column(List<Row> rows, Function<Row, T> part, IntFunction<T[]> array) {
        return rows.stream().map(part).toArray(array);
    }

    /** Of holds that come to nothing in the same transaction. */
    void delete(List<SeatedCart> carts) {
        jdbc.sql("delete from ticketing.hold_seats where hold_id = any (?)")
                .param(carts.stream().map(cart -> cart.hold().id().value()).toArray(UUID[]::new))
                .update();
    }
}
