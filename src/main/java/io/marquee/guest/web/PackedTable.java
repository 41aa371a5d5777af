package io.marquee.guest.web;

import io.marquee.guest.GuestImports;
import io.marquee.kernel.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A table as it is sent back through a form, of which the server takes a megabyte: as it stands, each letter beyond ASCII would take six
 * bytes and more.
 */
final class PackedTable {
    /** Room for the words beside it. */
    private static final int LONGEST = 900_000;

    private PackedTable() {}

    /** @throws InvalidInput at {@code file} where it does not fit all the same */
    static String pack(String table) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(table.getBytes(StandardCharsets.UTF_8));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
        if (text.length() > LONGEST) throw InvalidInput.at("file", "list_too_large", 1);
        return text;
    }

    /** @throws InvalidInput at {@code file} where it is none of ours */
    static byte[] unpack(String packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(packed)))) {
            // one more than is taken, so that it is refused as too large
            return gzip.readNBytes(GuestImports.MOST_BYTES + 1);
        } catch (IllegalArgumentException | IOException notOurs) {
            throw InvalidInput.at("file", "no_rows");
        }
    }
}
