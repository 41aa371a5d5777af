package io.marquee.platform.operation;

import io.marquee.platform.config.SecretFile;
import io.marquee.platform.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;

/** The data folder: whether it can be written, has room, and keeps its secrets. */
@Order(40)
class StorageCheck implements Check {
    private static final long MEGABYTE = 1024L * 1024;
    private static final long TOO_LITTLE = 200 * MEGABYTE;
    private static final long LITTLE = 2048 * MEGABYTE;
    private static final int DEPTH_OF_SECRETS = 2;

    private final Path data;

    StorageCheck(Settings settings) {
        this.data = settings.data();
    }

    @Override
    public List<Finding> examine() throws IOException {
        List<Finding> findings = new ArrayList<>();
        findings.add(writable());
        findings.add(space(Files.getFileStore(data).getUsableSpace()));
        findings.addAll(secrets());
        return findings;
    }

    private Finding writable() {
        try {
            Files.delete(Files.createTempFile(data, "doctor", ""));
            return Finding.ok("data folder: " + data + " can be written");
        } catch (IOException e) {
            return Finding.fail(
                    "data folder: " + data + " cannot be written", "let the user that runs Marquee own this folder");
        }
    }

    static Finding space(long bytes) {
        String what = "free space: %,d MB".formatted(bytes / MEGABYTE);
        if (bytes < TOO_LITTLE) {
            return Finding.fail(what, "make room now: a full disk stops the database");
        } else if (bytes < LITTLE) {
            return Finding.warn(what, "make room, or move MARQUEE_DATA to a larger disk");
        } else {
            return Finding.ok(what);
        }
    }

    private List<Finding> secrets() throws IOException {
        try (Stream<Path> files = Files.find(data, DEPTH_OF_SECRETS, (file, attributes) -> isSecret(file))) {
            List<Path> exposed = files.filter(file -> !isPrivate(file)).toList();
            if (exposed.isEmpty()) return List.of(Finding.ok("secrets: readable by their owner alone"));
            return exposed.stream()
                    .map(file -> Finding.fail("secret: others can read " + file, "chmod 600 " + file))
                    .toList();
        }
    }

    private static boolean isSecret(Path file) {
        String name = file.getFileName().toString();
        return name.equals("secret") || name.endsWith(".secret");
    }

    private static boolean isPrivate(Path file) {
        try {
            return new SecretFile(file).isPrivate();
        } catch (IOException e) {
            return false;
        }
    }
}
