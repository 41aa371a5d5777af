package io.marquee.platform.database;

import io.marquee.platform.config.Login;
import io.marquee.platform.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The database that is to be examined, as it is: nothing is made or migrated.
 *
 * @param started the server that was started for the examination alone, or null where one runs already
 */
public record Patient(
        String description,
        Login owner,
        Login app,
        @Nullable EmbeddedPostgres started) implements AutoCloseable {

    /** The database, or null where the one inside has not been made yet. */
    public static @Nullable Patient find(Settings settings) {
        Settings.Database external = settings.database();
        if (external != null) {
            Login app = external.app() == null
                    ? ExternalDatabase.derivedApp(external.owner(), settings.secret())
                    : external.app();
            return new Patient(external.owner().toString(), external.owner(), app, null);
        }
        Path home = EmbeddedDatabase.homeIn(settings.data());
        return EmbeddedPostgres.isMadeIn(home) ? inside(home) : null;
    }

    private static Patient inside(Path home) {
        try {
            Login running = EmbeddedPostgres.running(home);
            if (running != null) return inside("embedded and running", running, home, null);
            EmbeddedPostgres started = EmbeddedPostgres.start(home);
            return inside("embedded", started.superuser(), home, started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Patient inside(String description, Login superuser, Path home, @Nullable EmbeddedPostgres started) {
        return new Patient(
                description,
                EmbeddedDatabase.login(superuser, home, Roles.OWNER),
                EmbeddedDatabase.login(superuser, home, Roles.APP),
                started);
    }

    @Override
    public void close() {
        if (started != null) started.close();
    }
}
