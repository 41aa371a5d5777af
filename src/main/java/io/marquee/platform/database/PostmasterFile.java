package io.marquee.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a PostgreSQL server says of itself in its data folder.
 *
 * @param pid the server's process
 * @param port where it listens, or 0 while it does not yet
 * @param ready whether it takes connections
 */
record PostmasterFile(long pid, int port, boolean ready) {
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    static Path in(Path dataFolder) {
        return dataFolder.resolve("postmaster.pid");
    }

    /** What the file says, or null where there is none or it is not written yet. */
    static @Nullable PostmasterFile read(Path dataFolder) throws IOException {
        try {
            List<String> lines = Files.readAllLines(in(dataFolder));
            if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) return null;
            int port = lines.size() > PORT_LINE && lines.get(PORT_LINE).strip().matches("\\d+")
                    ? Integer.parseInt(lines.get(PORT_LINE).strip())
                    : 0;
            boolean ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).startsWith("ready");
            return new PostmasterFile(Long.parseLong(lines.getFirst().strip()), port, ready);
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
