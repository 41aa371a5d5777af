package io.marquee.testing;

import io.marquee.platform.config.Login;
import io.marquee.platform.database.DatabaseUnusable;
import io.marquee.platform.database.EmbeddedPostgres;
import io.marquee.platform.database.Roles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;

/**
 * Real databases for tests: one PostgreSQL for each JVM, and in it as many databases as are asked for, each a copy of
 * one that holds the migrations.
 *
 * @param owner who owns the tables and migrates
 * @param app whom the application works as, under row-level security
 */
public record TestDatabase(Login owner, Login app) {
    private static final String PASSWORD = "for-tests-alone";
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Never synced: these data need not survive the machine. Tests of crashes start a server of their own. */
    private static final List<String> FAST =
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200");

    /** A database with all migrations in it and no rows but theirs. */
    public static TestDatabase fresh() {
        String name = "test_" + NUMBER.incrementAndGet();
        execute(Server.SUPERUSER, "create database %s template %s owner %s".formatted(name, TEMPLATE, Roles.OWNER));
        return named(name);
    }

    /** The superuser of the server of this JVM, for tests of what must be refused. */
    public static Login superuser() {
        return Server.SUPERUSER;
    }

    /** The superuser's login to this database: it sees every row. */
    public Login superuserHere() {
        String url = owner.url();
        return Server.SUPERUSER.to(url.substring(url.lastIndexOf('/') + 1));
    }

    private static TestDatabase named(String name) {
        String url = Server.SUPERUSER.to(name).url();
        return new TestDatabase(new Login(url, Roles.OWNER, PASSWORD), new Login(url, Roles.APP, PASSWORD));
    }

    /** Started at first use, and stopped with the JVM. */
    private static final class Server {
        private static final int MOST_AT_ONCE = 20;
        static final Login SUPERUSER = start();

        private static Login start() {
            EmbeddedPostgres server = startSomewhere();
            // after the applications, which look into it once more
            SpringApplication.getShutdownHandlers().add(server::close);
            Login superuser = server.superuser();
            dropOld(superuser);
            try (Connection connection = superuser.connect()) {
                Roles.ensure(connection, Roles.OWNER, PASSWORD);
                Roles.ensure(connection, Roles.APP, PASSWORD);
                Roles.ensureDatabase(superuser, TEMPLATE, Roles.OWNER);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            migrate(superuser.to(TEMPLATE).url());
            return superuser;
        }

        /** Test processes at once get a server each; of two that want the same home the slower one goes on to the next. */
        private static EmbeddedPostgres startSomewhere() {
            for (int slot = 1; slot <= MOST_AT_ONCE; slot++) {
                Path home = Path.of("target", "test-postgres", String.valueOf(slot));
                if (!isFree(home)) continue;
                try {
                    return EmbeddedPostgres.start(home, FAST);
                } catch (DatabaseUnusable unusable) {
                    if (isFree(home)) throw unusable;
                }
            }
            throw new IllegalStateException("each home of a test server is taken");
        }

        private static boolean isFree(Path home) {
            try {
                return !EmbeddedPostgres.isInUse(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void dropOld(Login superuser) {
            List<String> old = new ArrayList<>();
            try (Connection connection = superuser.connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select datname from pg_database where datname ~ '^(test_\\d+|%s)$'".formatted(TEMPLATE))) {
                while (rows.next()) old.add(rows.getString(1));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            old.forEach(name -> execute(superuser, "drop database " + name));
        }

        private static void migrate(String url) {
            Flyway.configure()
                    .dataSource(url, Roles.OWNER, PASSWORD)
                    .locations("classpath:db/migration")
                    .defaultSchema("platform")
                    .load()
                    .migrate();
        }
    }

    private static void execute(Login login, String sql) {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
