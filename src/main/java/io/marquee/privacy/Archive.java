package io.marquee.privacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A JSON file for each kind of row, and the files, in a folder for each module. @param files null where one is gone */
record Archive(Map<String, Supplier<byte @Nullable []>> files) {

    /** Slow, and not inside a transaction: files may come from afar. */
    byte[] zipped() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Supplier<byte @Nullable []>> file : files.entrySet()) {
                byte[] content = file.getValue().get();
                if (content == null) continue;
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
