package io.marquee.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of this machine, or one that all nodes share. */
final class FolderStore implements ObjectStore {
    private final Path root;

    FolderStore(Path root) {
        this.root = root;
    }

    @Override
    public void put(String key, String type, byte[] content) {
        try {
            Path parts = Files.createDirectories(root.resolve(Keys.PARTS));
            Path part = Files.createTempFile(parts, "part", "");
            Files.write(part, content);
            Path file = root.resolve(key);
            Files.createDirectories(file.getParent());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable StoredFile open(String key) {
        Path file = root.resolve(key);
        try {
            return new StoredFile(Files.newInputStream(file), Files.size(file));
        } catch (NoSuchFileException none) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(String key) {
        Path file = root.resolve(key);
        try {
            Files.deleteIfExists(file);
            // the others hold the files of many: somebody may be about to make one there
            Path folder = file.getParent();
            if (Keys.isImage(key) && folder != null && isEmpty(folder)) Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return false;
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    @Override
    public Stream<Entry> list(String prefix) {
        if (!Files.isDirectory(root)) return Stream.empty();
        try {
            return Files.find(root, 8, (file, attributes) -> attributes.isRegularFile())
                    .map(this::entry)
                    .filter(entry -> entry.key().startsWith(prefix));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Entry entry(Path file) {
        try {
            String key = root.relativize(file).toString().replace('\\', '/');
            return new Entry(key, Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
