package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.testing.Rush;
import io.marquee.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The same rush for one seat on a table without the key, and on one with it: proof that the races can show a seat sold twice. */
class SeatControlTest {
    private static final int BUYERS = 24;

    private final TestDatabase database = TestDatabase.fresh();
    private final CyclicBarrier everybodyHasLooked = new CyclicBarrier(BUYERS);

    @Test
    void looking_first_and_taking_then_sells_a_seat_many_times() throws Exception {
        assertThat(rush("create table occupants (seat int, hold uuid)")).isEqualTo(BUYERS);
    }

    @Test
    void with_the_key_the_same_code_sells_it_once() throws Exception {
        assertThat(rush("create table occupants (seat int primary key, hold uuid)"))
                .isEqualTo(1);
    }

    @Test
    void the_real_tables_have_the_key() throws Exception {
        assertThat(key("seating.occupants", "(seat_id)")).isOne();
        assertThat(key("ticketing.tickets", "(seat_id) WHERE ((returned_at IS NULL) AND (seat_id IS NOT NULL))"))
                .isOne();
    }

    private long rush(String table) throws Exception {
        update(table);
        List<Object> outcomes = Rush.of(BUYERS, i -> (Callable<Boolean>) () -> {
            try (Connection connection = database.owner().connect();
                    Statement statement = connection.createStatement()) {
                ResultSet found = statement.executeQuery("select count(*) from occupants where seat = 1");
                found.next();
                boolean free = found.getInt(1) == 0;
                everybodyHasLooked.await(30, TimeUnit.SECONDS);
                return free && statement.executeUpdate("insert into occupants values (1, uuidv7())") == 1;
            }
        });
        assertThat(Rush.only(outcomes, Throwable.class)).allMatch(SQLException.class::isInstance);
        return outcomes.stream().filter(Boolean.TRUE::equals).count();
    }

    private int key(String table, String columns) throws SQLException {
        try (Connection connection = database.owner().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from pg_indexes where schemaname || '.' || tablename = '%s' and indexdef like '%% UNIQUE %%%s'"
                                .formatted(table, columns))) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = database.owner().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
