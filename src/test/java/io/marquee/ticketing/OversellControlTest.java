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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same rush on a copy of the counter, with the guard and without it: proof that the races here can show overselling. */
class OversellControlTest {
    private static final int BUYERS = 24;
    private static final int TICKETS = 10;

    private final TestDatabase database = TestDatabase.fresh();
    private final CyclicBarrier everybodyHasLooked = new CyclicBarrier(BUYERS);

    @BeforeEach
    void a_counter_without_the_databases_check() {
        run("create table counter as select 10 as size, 0 as held, 0 as sold");
        run("grant all on counter to public");
    }

    @Test
    void looking_first_and_taking_then_oversells() throws Exception {
        long got = rush(connection -> {
            boolean enough = number(connection, "select size - held - sold from counter") >= 1;
            everybodyHasLooked.await(30, TimeUnit.SECONDS);
            return enough && update(connection, "update counter set held = held + 1") == 1;
        });

        assertThat(got).isEqualTo(BUYERS);
        assertThat(number(database.owner().connect(), "select held from counter"))
                .isGreaterThan(TICKETS);
    }

    @Test
    void looking_and_taking_in_one_statement_does_not() throws Exception {
        long got = rush(connection -> {
            everybodyHasLooked.await(30, TimeUnit.SECONDS);
            return update(connection, "update counter set held = held + 1 where held + sold + 1 <= size") == 1;
        });

        assertThat(got).isEqualTo(TICKETS);
        assertThat(number(database.owner().connect(), "select held from counter"))
                .isEqualTo(TICKETS);
    }

    @Test
    void the_real_counter_refuses_even_whoever_forgets_the_guard() {
        run("""
                insert into organization.organizations (id, slug, name, created_at, created_by)
                values ('00000000-0000-7000-8000-000000000001', 'pier', 'Pier', now(), uuidv7())""");
        run("""
                insert into event.events (id, organization_id, slug, state, title, starts_local, ends_local, time_zone,
                                          starts_at, ends_at, created_at, updated_at)
                values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'e', 'draft', 'E',
                        now(), now(), 'UTC', now(), now() + interval '1 hour', now(), now())""");
        run("""
                insert into ticketing.quotas (id, event_id, organization_id, size)
                values (uuidv7(), '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 1)""");

        assertThat(Rush.only(
                        List.of(
                                tried("update ticketing.quotas set held = held + 2"),
                                tried("update ticketing.quotas set held = held - 1")),
                        SQLException.class))
                .hasSize(2)
                .allMatch(refused -> refused.getSQLState().equals("23514"));
    }

    private long rush(Trying trying) throws InterruptedException {
        List<Object> outcomes = Rush.of(BUYERS, i -> (Callable<Boolean>) () -> {
            try (Connection connection = database.owner().connect()) {
                return trying.of(connection);
            }
        });
        return outcomes.stream().filter(Boolean.TRUE::equals).count();
    }

    private interface Trying {
        boolean of(Connection connection) throws Exception;
    }

    private Object tried(String sql) {
        try (Connection connection = database.superuserHere().connect()) {
            return update(connection, sql);
        } catch (SQLException e) {
            return e;
        }
    }

    private void run(String sql) {
        assertThat(tried(sql)).as(sql).isNotInstanceOf(SQLException.class);
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
