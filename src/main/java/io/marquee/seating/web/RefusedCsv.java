package io.marquee.seating.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.marquee.platform.web.Csv;
import io.marquee.platform.web.Text;
import io.marquee.seating.SeatImports;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Refused lines as a table, line and reason first. Cells that a spreadsheet would take for a formula begin with an apostrophe. */
final class RefusedCsv {
    private RefusedCsv() {}

    static String dataAddress(List<SeatImports.Refused> refused, Text text) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("line", "reason");
            for (SeatImports.Refused line : refused) {
                List<String> cells =
                        new ArrayList<>(List.of(String.valueOf(line.line()), text.get("invalid." + line.code())));
                line.cells().forEach(cell -> cells.add(Csv.harmless(cell)));
                csv.writeRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:text/csv;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(out.toString().getBytes(StandardCharsets.UTF_8));
    }
}
