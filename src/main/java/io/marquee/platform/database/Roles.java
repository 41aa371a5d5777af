package io.marquee.platform.database;

import io.marquee.platform.config.Login;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The two roles of a Marquee database: one that migrates, and one that works and sees only the rows it may. */
public final class Roles {
    /** Owns the schemas and migrates them. */
    public static final String OWNER = "marquee_owner";

    /** Works: neither superuser nor owner of anything, and never past row-level security. */
    public static final String APP = "marquee_app";

    private Roles() {}

    /** Makes the role unless it is there, and gives it this password. */
    public static void ensure(Connection as, String role, String password) throws SQLException {
        if (!exists(as, "select 1 from pg_roles where rolname = ?", role)) {
            execute(as, "create role %s login nosuperuser nobypassrls nocreatedb nocreaterole".formatted(role));
        }
        execute(as, "alter role %s login password '%s'".formatted(role, password.replace("'", "''")));
    }

    /** Makes the database unless it is there. */
    public static void ensureDatabase(Login superuser, String database, String owner) throws SQLException {
        try (Connection as = superuser.connect()) {
            if (!exists(as, "select 1 from pg_database where datname = ?", database)) {
                execute(as, "create database %s owner %s".formatted(database, owner));
            }
        }
        try (Connection as = superuser.to(database).connect()) {
            // only a superuser can; the figures tell slow statements
            execute(as, "create extension if not exists pg_stat_statements");
        }
    }

    static boolean exists(Connection as, String query, String name) throws SQLException {
        try (PreparedStatement statement = as.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection as, String sql) throws SQLException {
        try (Statement statement = as.createStatement()) {
            statement.execute(sql);
        }
    }
}
