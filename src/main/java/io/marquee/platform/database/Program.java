package io.marquee.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the operating system, run to its end. */
record Program(List<String> command) {
    private static final long PATIENCE_SECONDS = 120;

    static Program of(String... command) {
        return new Program(List.of(command));
    }

    static boolean isInstalled(String name) {
        String path = System.getenv("PATH");
        if (path == null) return false;
        return List.of(path.split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(name)));
    }

    /** Whether it could be started and ended with exit code 0. */
    boolean succeeds() {
        try {
            return run().exitCode() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** What it wrote, errors included. */
    String output() throws IOException {
        return run().output();
    }

    private record Outcome(int exitCode, String output) {}

    private Outcome run() throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.getFirst() + " ran", e);
        }
        return new Outcome(process.exitValue(), output);
    }
}
