package io.marquee.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One process at a time works in a folder. The lock falls with its process, however that ends. */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, or null where another holds it. */
    static @Nullable FolderLock tryOn(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) return new FolderLock(channel);
        } catch (OverlappingFileLockException e) {
            // another part of this very process holds it: the same answer
        }
        channel.close();
        return null;
    }

    /** Whether some process works in the folder now. */
    static boolean isHeldOn(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("lock"))) return false;
        try (FolderLock free = tryOn(folder)) {
            return free == null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
