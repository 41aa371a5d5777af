package io.marquee.media;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A file under way from where it lies; to be closed. @param bytes how long it is */
public record StoredFile(InputStream content, long bytes) implements Closeable {

    /** All of it; closes it. */
    public byte[] read() {
        try (content) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
