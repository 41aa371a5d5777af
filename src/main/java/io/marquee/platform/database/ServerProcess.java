package io.marquee.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The running server, under a watchdog that stops it as soon as this process is gone, whatever killed it. */
final class ServerProcess {
    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 20;

    /**
     * We hold the writing end of the watchdog's input. When it closes, by our hand or by our death, the server gets
     * SIGINT: disconnect everybody and shut down cleanly.
     */
    private static final String WATCHDOG = """
            exec 3<&0
            %s </dev/null 3<&- &
            server=$!
            (cat <&3 >/dev/null; kill -INT $server 2>/dev/null) &
            guard=$!
            wait $server
            kill $guard 2>/dev/null
            """;

    private final Process watchdog;

    private ServerProcess(Process watchdog) {
        this.watchdog = watchdog;
    }

    static ServerProcess start(List<String> command, Path log) throws IOException {
        String quoted = command.stream().map(ServerProcess::quoted).collect(Collectors.joining(" "));
        List<String> shell = new ArrayList<>(ownSession());
        shell.addAll(List.of("sh", "-c", WATCHDOG.formatted(quoted)));
        return new ServerProcess(new ProcessBuilder(shell)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    /** A session of its own keeps Ctrl-C from the server: the application finishes its work first. */
    private static List<String> ownSession() {
        if (Program.isInstalled("setsid")) return List.of("setsid");
        if (Program.isInstalled("perl")) return List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV", "--");
        return List.of();
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    void awaitReady(Path dataFolder, Path log) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < deadline) {
            PostmasterFile said = PostmasterFile.read(dataFolder);
            if (said != null && said.ready()) return;
            if (!watchdog.isAlive()) {
                throw new DatabaseUnusable("The embedded PostgreSQL did not start; its last words are in " + log + ".");
            }
            pause();
        }
        stop();
        throw new DatabaseUnusable(
                "The embedded PostgreSQL was not ready after " + START_SECONDS + " seconds; see " + log + ".");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL started", e);
        }
    }

    void stop() throws IOException {
        watchdog.getOutputStream().close();
        try {
            if (!watchdog.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) watchdog.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
