package io.marquee.platform.database;

import io.marquee.platform.config.Login;
import io.marquee.platform.config.MasterSecret;
import io.marquee.platform.config.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database outside, that the operator names. */
record ExternalDatabase(Login owner, Login app) implements Database {
    /** The first that makes UUIDs of version 7. */
    private static final int OLDEST_VERSION = 18;

    static ExternalDatabase reach(Settings.Database settings, MasterSecret secret) {
        try (Connection owner = settings.owner().connect()) {
            requireVersion(owner.getMetaData().getDatabaseMajorVersion());
            Login app = app(settings, owner, secret);
            return new ExternalDatabase(settings.owner(), app);
        } catch (SQLException e) {
            throw new DatabaseUnusable(
                    "MARQUEE_DATABASE_URL leads to no usable database (" + settings.owner() + "): " + e.getMessage(),
                    e);
        }
    }

    static void requireVersion(int major) {
        if (major < OLDEST_VERSION) {
            throw new DatabaseUnusable("MARQUEE_DATABASE_URL leads to PostgreSQL " + major + ", but Marquee needs "
                    + OLDEST_VERSION + " or later.");
        }
    }

    private static Login app(Settings.Database settings, Connection owner, MasterSecret secret) throws SQLException {
        Login given = settings.app();
        if (given != null) return reachable(given, owner);
        Login made = derivedApp(settings.owner(), secret);
        // trying first leaves the role alone where all is well, and needs no right to change roles after the first
        // start
        if (failure(made) == null) return made;
        try {
            Roles.ensure(owner, made.user(), made.password());
            return made;
        } catch (SQLException e) {
            throw new DatabaseUnusable(
                    "The role “" + settings.owner().user() + "” of MARQUEE_DATABASE_URL may not make the role "
                            + Roles.APP + " that the application works as: give it CREATEROLE, or make " + Roles.APP
                            + " yourself and set MARQUEE_DATABASE_APP_URL.",
                    e);
        }
    }

    /** The application's login where only the owner's is given: every node derives the same password. */
    static Login derivedApp(Login owner, MasterSecret secret) {
        return new Login(owner.url(), Roles.APP, secret.passwordFor("database role " + Roles.APP));
    }

    private static Login reachable(Login app, Connection owner) throws SQLException {
        if (!Roles.exists(owner, "select 1 from pg_roles where rolname = ?", Roles.APP)) {
            throw new DatabaseUnusable("The database has no role " + Roles.APP
                    + ", to which all rights are given: make it with “create role " + Roles.APP
                    + "” and let the role of MARQUEE_DATABASE_APP_URL be it or a member of it.");
        }
        SQLException failure = failure(app);
        if (failure == null) return app;
        throw new DatabaseUnusable(
                "MARQUEE_DATABASE_APP_URL leads to no usable database (" + app + "): " + failure.getMessage(), failure);
    }

    private static @Nullable SQLException failure(Login login) {
        try (Connection tried = login.connect()) {
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    @Override
    public void close() {
        // the operator's server goes on
    }
}
