package io.marquee.integration.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.marquee.integration.ImportView;
import io.marquee.platform.web.Csv;
import io.marquee.platform.web.Text;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refused rows as a table, the reason first. Cells that a spreadsheet would take for a formula are quoted with an apostrophe. */
final class RejectedCsv {
    private RejectedCsv() {}

    static String of(ImportView run, Map<Integer, Map<String, String>> rows, Text text) {
        Set<String> columns = new LinkedHashSet<>();
        rows.values().forEach(row -> columns.addAll(row.keySet()));
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            List<String> header = new ArrayList<>(List.of("line", "reason"));
            header.addAll(columns);
            csv.writeRecord(header);
            for (ImportView.Rejection rejection : run.rejected()) {
                Map<String, String> row = rows.getOrDefault(rejection.line(), Map.of());
                List<String> cells = new ArrayList<>(List.of(
                        String.valueOf(rejection.line()),
                        text.get(
                                "invalid." + rejection.code(),
                                rejection.arguments().toArray())));
                columns.forEach(column -> cells.add(Csv.harmless(row.getOrDefault(column, ""))));
                csv.writeRecord(cells);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toString();
    }
}
