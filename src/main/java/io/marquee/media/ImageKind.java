package io.marquee.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a file is by its first bytes; its name and its declared type are only claims. */
enum ImageKind {
    JPEG("jpeg"),
    PNG("png"),
    GIF("gif"),
    /** Known by sight, so that its refusal can say what to do. */
    WEBP(null);

    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** What the decoder is called; null where there is none. */
    final @Nullable String format;

    ImageKind(@Nullable String format) {
        this.format = format;
    }

    /** @return null for anything else */
    static @Nullable ImageKind of(byte[] content) {
        if (startsWith(content, JPEG_START)) return JPEG;
        else if (startsWith(content, PNG_START)) return PNG;
        else if (startsWith(content, ascii("GIF87a")) || startsWith(content, ascii("GIF89a"))) return GIF;
        else return isWebp(content) ? WEBP : null;
    }

    private static boolean isWebp(byte[] content) {
        return startsWith(content, ascii("RIFF"))
                && content.length >= 12
                && Arrays.equals(content, 8, 12, ascii("WEBP"), 0, 4);
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
