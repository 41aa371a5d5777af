package io.marquee.platform.database;

import io.marquee.platform.config.Login;
import io.marquee.platform.config.Settings;
import io.marquee.platform.operation.Check;
import io.marquee.platform.operation.Finding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** Whether the database can be reached, is up to date, guards its rows, keeps what it confirms, and knows the time. */
@Order(20)
class DatabaseCheck implements Check {
    private static final Duration SMALL_DIFFERENCE = Duration.ofSeconds(2);
    private static final Duration LARGE_DIFFERENCE = Duration.ofSeconds(30);

    private final Settings settings;
    private final Clock clock;

    DatabaseCheck(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        try (Patient patient = Patient.find(settings)) {
            if (patient == null) return List.of(Finding.ok("database: none yet, it is made at the first start"));
            return examine(patient);
        } catch (SQLException | DatabaseUnusable e) {
            return List.of(Finding.fail("database: cannot be reached (" + e.getMessage() + ")", howToReach()));
        }
    }

    private List<Finding> examine(Patient patient) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (Connection owner = patient.owner().connect()) {
            findings.add(Finding.ok(
                    "database: " + patient.description() + ", PostgreSQL " + text(owner, "show server_version")));
            findings.add(migrations(patient.owner()));
            findings.add(durability(owner));
            findings.add(clocks(owner));
        }
        findings.add(role(patient.app()));
        return findings;
    }

    private String howToReach() {
        return settings.database() == null
                ? "see " + EmbeddedDatabase.homeIn(settings.data()).resolve("postgres.log")
                : "correct MARQUEE_DATABASE_URL, or start that server";
    }

    private static Finding migrations(Login owner) {
        Flyway flyway = Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .defaultSchema("platform")
                .outOfOrder(true)
                .load();
        int pending = flyway.info().pending().length;
        if (!flyway.validateWithResult().validationSuccessful && pending == 0) {
            return Finding.fail(
                    "migrations: the database is of another version",
                    "start the version of Marquee that it was made by");
        } else if (pending > 0) {
            return Finding.warn(
                    "migrations: " + pending + " not applied yet", "the next start of Marquee applies them");
        } else {
            return Finding.ok("migrations: all applied");
        }
    }

    private static Finding durability(Connection owner) throws SQLException {
        String fsync = text(owner, "show fsync");
        if ("on".equals(fsync)) return Finding.ok("durability: fsync is on");
        return Finding.fail("durability: fsync is " + fsync, "switch it on: a power cut would lose sold tickets");
    }

    private Finding clocks(Connection owner) throws SQLException {
        Instant before = clock.instant();
        String said = text(owner, "select extract(epoch from clock_timestamp()) * 1000");
        if (said == null) return Finding.fail("database clock: silent", "ask again");
        // the answer was on its way for a while: half of that is taken off
        Instant middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
        return difference(Duration.between(Instant.ofEpochMilli((long) Double.parseDouble(said)), middle)
                .abs());
    }

    static Finding difference(Duration difference) {
        String what = "database clock: %d ms from ours".formatted(difference.toMillis());
        String mend = "let both machines ask the same time service";
        if (difference.compareTo(LARGE_DIFFERENCE) > 0) {
            return Finding.fail(what, mend);
        } else if (difference.compareTo(SMALL_DIFFERENCE) > 0) {
            return Finding.warn(what, mend);
        } else {
            return Finding.ok(what);
        }
    }

    private static Finding role(Login app) {
        try (Connection connection = app.connect()) {
            String breach = RowGuard.breach(connection);
            if (breach == null) return Finding.ok("row-level security: binds the role " + app.user());
            return Finding.fail(
                    "row-level security: does not bind the role " + app.user() + ", since " + breach,
                    "use a role that is neither superuser nor owner");
        } catch (SQLException e) {
            return Finding.fail(
                    "role " + app.user() + ": cannot log in (" + e.getMessage() + ")",
                    "start Marquee once, or correct MARQUEE_DATABASE_APP_URL");
        }
    }

    private static @Nullable String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
