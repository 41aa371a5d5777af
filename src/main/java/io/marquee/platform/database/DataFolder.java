package io.marquee.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder with the database itself. Whoever calls holds the lock on its home. */
record DataFolder(Path path, PostgresBinaries binaries, RunAs runAs) {
    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);
    private static final long PATIENCE_SECONDS = 20;

    static Path in(Path home) {
        return home.resolve("data-" + PostgresBinaries.majorVersion());
    }

    static boolean isMade(Path path) {
        return Files.exists(path.resolve("PG_VERSION"));
    }

    /** Makes the database cluster, with checksums and a collation that no update of the operating system changes. */
    void make(String superuser, String password) throws IOException {
        PostgresBinaries.deleteTree(path);
        Files.createDirectories(
                path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        runAs.give(path);
        Path passwordFile = Files.createTempFile(path.getParent(), "initdb", "");
        try {
            Files.writeString(passwordFile, password);
            runAs.give(passwordFile);
            String output = new Program(command(
                            "initdb",
                            "--pgdata=" + path,
                            "--username=" + superuser,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--lc-collate=C",
                            "--lc-ctype=C",
                            "--lc-messages=C"))
                    .output();
            if (!isMade(path)) throw new DatabaseUnusable("The database in " + path + " could not be made: " + output);
        } finally {
            Files.delete(passwordFile);
        }
    }

    /**
     * Clears what an earlier run left: a server that outlived its application, or the file of one that died. We hold
     * the lock, so that no living application owns that server.
     */
    void clearLeftovers() throws IOException {
        PostmasterFile leftover = PostmasterFile.read(path);
        if (leftover != null && isOurServer(leftover.pid())) {
            log.warn("Stopping a PostgreSQL server (process {}) that an earlier run left behind", leftover.pid());
            stop(leftover.pid());
        } else if (leftover != null) {
            log.warn("Removing a stale postmaster.pid: process {} is not our server", leftover.pid());
        }
        Files.deleteIfExists(PostmasterFile.in(path));
    }

    /** The number may belong to any process by now, after a crash or a reboot. */
    private boolean isOurServer(long pid) throws IOException {
        Path commandLine = Path.of("/proc/" + pid + "/cmdline");
        String command;
        if (Files.exists(commandLine)) command = Files.readString(commandLine).replace('\0', ' ');
        else if (Files.exists(Path.of("/proc/self"))) command = "";
        else
            command = Program.of("ps", "-o", "args=", "-p", String.valueOf(pid)).output();
        return command.contains("postgres") && command.contains(path.toString());
    }

    private static void stop(long pid) throws IOException {
        Program.of("kill", "-INT", String.valueOf(pid)).succeeds();
        ProcessHandle server = ProcessHandle.of(pid).orElse(null);
        if (server == null) return;
        try {
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            server.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a server stopped", e);
        }
    }

    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(runAs.prefix());
        command.add(binaries.program(program));
        command.addAll(List.of(arguments));
        return command;
    }
}
