package io.marquee.media;

import io.marquee.platform.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The files of images: {@code media/9f/3c/<id>/800.jpg} in the data folder. The folders come from the end of the id, which
 * is random; its beginning is the time.
 */
@Component
public class ImageFolder {
    private final Path root;

    ImageFolder(Settings settings) {
        root = settings.data().resolve("media");
    }

    /** Each file appears whole or not at all. */
    void keep(UUID id, Map<Integer, byte[]> sizes) {
        try {
            Path folder = Files.createDirectories(folder(id));
            for (Map.Entry<Integer, byte[]> size : sizes.entrySet()) {
                Path part = Files.createTempFile(folder, "part", ".jpg");
                Files.write(part, size.getValue());
                Files.move(part, folder.resolve(size.getKey() + ".jpg"), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return null when there is no such image in that width */
    public @Nullable Path find(UUID id, int width) {
        Path file = folder(id).resolve(width + ".jpg");
        return Files.isRegularFile(file) ? file : null;
    }

    /** All sizes of it; nothing where there are none. */
    void remove(UUID id) {
        try (Stream<Path> files = Files.exists(folder(id)) ? Files.list(folder(id)) : Stream.empty()) {
            for (Path file : files.toList()) Files.delete(file);
            Files.deleteIfExists(folder(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(UUID id) {
        String name = id.toString();
        int end = name.length();
        return root.resolve(name.substring(end - 2))
                .resolve(name.substring(end - 4, end - 2))
                .resolve(name);
    }
}
