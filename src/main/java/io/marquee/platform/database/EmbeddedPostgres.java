package io.marquee.platform.database;

import io.marquee.platform.config.Login;
import io.marquee.platform.config.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in a folder of ours. It keeps its data, listens on this machine alone, runs as root too, stops with
 * this process even when that is killed, and recovers from whatever an earlier run left.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String SUPERUSER = "postgres";

    /** Each may be overridden by the settings that the caller gives. */
    private static final List<String> SERVER_SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=100",
            "shared_buffers=128MB",
            "jit=off",
            // plans made for a table of ten rows are kept until it is analyzed: a sale fills it in seconds
            "autovacuum_naptime=10s",
            "shared_preload_libraries=pg_stat_statements",
            "timezone=UTC",
            "log_timezone=UTC",
            // a week of logs, without the values of statements, which may be personal
            "logging_collector=on",
            "log_filename=postgres-%a.log",
            "log_truncate_on_rotation=on",
            "log_min_duration_statement=500ms",
            "log_parameter_max_length=0");

    private final FolderLock lock;
    private final ServerProcess server;
    private final Login superuser;

    private EmbeddedPostgres(FolderLock lock, ServerProcess server, Login superuser) {
        this.lock = lock;
        this.server = server;
        this.superuser = superuser;
    }

    /**
     * Starts the server, and makes its database first where there is none.
     *
     * @param home the folder for programs, data, log and secrets
     * @throws DatabaseUnusable where another process works in that folder, or the server does not start
     */
    public static EmbeddedPostgres start(Path home) {
        return start(home, List.of());
    }

    /**
     * Starts the server with further settings.
     *
     * @param settings each {@code name=value}, as in postgresql.conf
     */
    public static EmbeddedPostgres start(Path home, List<String> settings) {
        try {
            return start(home, settings, RunAs.detected());
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL in " + home + " could not be started", e);
        }
    }

    static EmbeddedPostgres start(Path home, List<String> settings, RunAs runAs) throws IOException {
        Path absolute = home.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.tryOn(absolute);
        if (lock == null) {
            throw new DatabaseUnusable("Another Marquee already works in " + absolute
                    + ": stop that one, or give this one another folder with MARQUEE_DATA.");
        }
        try {
            return start(absolute, settings, runAs, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(Path home, List<String> settings, RunAs runAs, FolderLock lock)
            throws IOException {
        long began = System.nanoTime();
        DataFolder data = new DataFolder(DataFolder.in(home), PostgresBinaries.unpackedIn(home), runAs);
        String password = superuserSecret(home).read();
        boolean fresh = !DataFolder.isMade(data.path());
        if (fresh) data.make(SUPERUSER, password);
        else data.clearLeftovers();
        int port = freePort();
        Path serverLog = home.resolve("postgres.log");
        ServerProcess server = ServerProcess.start(serverCommand(data, port, settings), serverLog);
        server.awaitReady(data.path(), serverLog);
        log.info(
                "Embedded PostgreSQL {} on port {}, {} in {} ms",
                PostgresBinaries.VERSION,
                port,
                fresh ? "made and started" : "started",
                (System.nanoTime() - began) / 1_000_000);
        return new EmbeddedPostgres(lock, server, superuser(port, password));
    }

    private static List<String> serverCommand(DataFolder data, int port, List<String> settings) {
        List<String> command = data.command("postgres", "-D", data.path().toString(), "-p", String.valueOf(port));
        List<String> all = new ArrayList<>(SERVER_SETTINGS);
        all.addAll(settings);
        for (String setting : all) command.addAll(List.of("-c", setting));
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Whether a database has been made in this home. */
    public static boolean isMadeIn(Path home) {
        return DataFolder.isMade(DataFolder.in(home));
    }

    /** Whether a process works in this home now. */
    public static boolean isInUse(Path home) throws IOException {
        return FolderLock.isHeldOn(home.toAbsolutePath().normalize());
    }

    /** The superuser's login to the server that another process runs in this home, or null where none does. */
    static @Nullable Login running(Path home) throws IOException {
        if (!FolderLock.isHeldOn(home)) return null;
        PostmasterFile said = PostmasterFile.read(DataFolder.in(home));
        if (said == null || !said.ready()) return null;
        return superuser(said.port(), superuserSecret(home).read());
    }

    private static SecretFile superuserSecret(Path home) {
        return new SecretFile(home.resolve("superuser.secret"));
    }

    private static Login superuser(int port, String password) {
        return new Login("jdbc:postgresql://127.0.0.1:" + port + "/postgres", SUPERUSER, password);
    }

    /** Who may do everything: makes roles and databases, and is never used to serve anybody. */
    public Login superuser() {
        return superuser;
    }

    /** Shuts the server down cleanly. */
    @Override
    public void close() {
        try {
            server.stop();
            lock.close();
        } catch (IOException e) {
            log.warn("Stopping the embedded PostgreSQL", e);
        }
    }
}
