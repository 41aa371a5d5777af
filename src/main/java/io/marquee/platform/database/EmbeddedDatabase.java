package io.marquee.platform.database;

import io.marquee.platform.config.Login;
import io.marquee.platform.config.SecretFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The database inside: a server of our own in the data folder. */
final class EmbeddedDatabase implements Database {
    private static final String NAME = "marquee";

    private final EmbeddedPostgres server;
    private final Login owner;
    private final Login app;

    private EmbeddedDatabase(EmbeddedPostgres server, Path home) {
        this.server = server;
        this.owner = login(server.superuser(), home, Roles.OWNER);
        this.app = login(server.superuser(), home, Roles.APP);
    }

    static Path homeIn(Path data) {
        return data.resolve("postgres");
    }

    static EmbeddedDatabase start(Path data) {
        Path home = homeIn(data);
        EmbeddedDatabase database = new EmbeddedDatabase(EmbeddedPostgres.start(home), home);
        try {
            database.ensureRoles();
            return database;
        } catch (SQLException e) {
            database.close();
            throw new DatabaseUnusable("The roles of the embedded database could not be made: " + e.getMessage(), e);
        }
    }

    /** Each role's password is a file beside the data, readable by the owner alone. */
    static Login login(Login superuser, Path home, String role) {
        String password = new SecretFile(home.resolve(role + ".secret")).read();
        return new Login(superuser.to(NAME).url(), role, password);
    }

    private void ensureRoles() throws SQLException {
        try (Connection superuser = server.superuser().connect()) {
            Roles.ensure(superuser, owner.user(), owner.password());
            Roles.ensure(superuser, app.user(), app.password());
        }
        Roles.ensureDatabase(server.superuser(), NAME, owner.user());
    }

    @Override
    public Login owner() {
        return owner;
    }

    @Override
    public Login app() {
        return app;
    }

    @Override
    public void close() {
        server.close();
    }
}
