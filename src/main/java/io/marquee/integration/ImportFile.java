package io.marquee.integration;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.SentTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file taken apart into rows of named values.
 *
 * @param columns in the file's order
 */
record ImportFile(SequencedSet<String> columns, List<Row> rows) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_COLUMNS = 200;

    /**
     * @param line in the file, from 1
     * @param broken whether the line could not be read at all
     */
    record Row(int line, Map<String, String> values, boolean broken) {}

    static ImportFile read(ImportFormat format, String text) {
        ImportFile file = switch (format) {
            case CSV -> csv(text);
            case NDJSON -> ndjson(text);
        };
        InvalidInput.gather()
                .check(!file.rows.isEmpty(), "file", "no_rows")
                .check(file.columns.size() <= MOST_COLUMNS, "file", "too_many_columns", MOST_COLUMNS)
                .orThrow();
        return file;
    }

    private static ImportFile csv(String text) {
        try (Stream<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(SentTable.separator(text))
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)
                .stream()) {
            List<CsvRecord> all = records.toList();
            if (all.isEmpty()) {
                throw InvalidInput.at("file", "no_rows");
            }
            List<String> header =
                    all.getFirst().getFields().stream().map(String::strip).toList();
            List<Row> rows = all.stream().skip(1).map(r -> row(header, r)).toList();
            return new ImportFile(new LinkedHashSet<>(header), rows);
        } catch (CsvParseException e) {
            throw InvalidInput.at("file", "broken_csv", String.valueOf(e.getMessage()));
        }
    }

    private static Row row(List<String> header, CsvRecord record) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(header.size(), record.getFieldCount()); i++) {
            values.put(header.get(i), record.getField(i).strip());
        }
        return new Row((int) record.getStartingLineNumber(), values, false);
    }

    /** The separator that the header has most of. */
    private static ImportFile ndjson(String text) {
        SequencedSet<String> columns = new LinkedHashSet<>();
        List<Row> rows = new ArrayList<>();
        int line = 0;
        for (String source : text.lines().toList()) {
            line++;
            if (!source.isBlank()) {
                Row row = object(line, source);
                columns.addAll(row.values().keySet());
                rows.add(row);
            }
        }
        return new ImportFile(columns, rows);
    }

    private static Row object(int line, String source) {
        try {
            JsonNode node = JSON.readTree(source);
            if (!node.isObject()) {
                return new Row(line, Map.of("line", source), true);
            }
            Map<String, String> values = new LinkedHashMap<>();
            node.properties().forEach(p -> values.put(p.getKey(), value(p.getValue())));
            return new Row(line, values, false);
        } catch (JacksonException e) {
            return new Row(line, Map.of("line", source), true);
        }
    }

    private static String value(JsonNode node) {
        return node.isNull() ? "" : node.isValueNode() ? node.asString().strip() : node.toString();
    }
}
