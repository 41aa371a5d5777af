package io.marquee.platform.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** Tables that people open in a spreadsheet. */
public final class Csv {
    public static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Csv() {}

    /** What somebody typed, as a cell: where a spreadsheet would take it for a formula it begins with an apostrophe. */
    public static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
