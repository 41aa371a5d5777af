package io.marquee.platform.web;

import io.marquee.kernel.InvalidInput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A table as text, in a file that somebody sent. */
public final class SentTable {
    private SentTable() {}

    /**
     * Without the mark that some programs put before the first letter.
     *
     * @throws InvalidInput at {@code file} when it is no text in UTF-8
     */
    public static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            if (text.indexOf('\0') >= 0) throw InvalidInput.at("file", "not_text");
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw InvalidInput.at("file", "not_utf8");
        }
    }

    /** What divides the cells: of comma, semicolon and tab the one that the first line has most of. */
    public static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        char separator = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, separator)) separator = candidate;
        }
        return separator;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
