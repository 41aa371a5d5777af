package io.marquee.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
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

    /** What goes while we look is not there. */
    @Override
    public Stream<Entry> list(String prefix) {
        List<Entry> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String key = root.relativize(file).toString().replace('\\', '/');
                    if (attributes.isRegularFile() && key.startsWith(prefix)) {
                        found.add(new Entry(key, attributes.lastModifiedTime().toInstant()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    return goneOr(e);
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                    return e == null ? FileVisitResult.CONTINUE : goneOr(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream();
    }

    private static FileVisitResult goneOr(IOException e) throws IOException {
        if (e instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
        throw e;
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
