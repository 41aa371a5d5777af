package io.marquee.guest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Brings in a guest list from a table. Nobody is written to: whoever is to be asked is invited afterwards. */
@Component
public class GuestImports {
    private static final int AT_ONCE = 1000;
    private static final int MOST = 100_000;
    private static final int MOST_REJECTED = 200;

    private final ImportedGuests guests;
    private final Access access;

    GuestImports(ImportedGuests guests, Access access) {
        this.guests = guests;
        this.access = access;
    }

    /**
     * @param created new guests, invited but not written to
     * @param known who were on the list already: they get the tags, and the name where they had none
     * @param rejected the first two hundred of those that could not be read
     * @param refused how many there were
     */
    public record Outcome(int created, int known, List<Rejected> rejected, int refused) {}

    /** @param line in the file, from 1 */
    public record Rejected(int line, String text) {}

    /**
     * In batches, each a transaction of its own: a file that breaks off can be brought in again.
     *
     * @param file a table with a header, in UTF-8; columns are told by their names, in English or German
     * @throws InvalidInput at {@code file} when it is no such table
     */
    public Outcome bring(EventView event, byte[] file) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        String text = text(file);
        int created = 0;
        int seen = 0;
        int refused = 0;
        List<Rejected> rejected = new ArrayList<>();
        List<ImportedRow> batch = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = reader(text)) {
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) throw InvalidInput.at("file", "no_rows");
            Map<ImportedRow.Column, List<Integer>> columns =
                    ImportedRow.columns(records.next().getFields());
            if (!columns.containsKey(ImportedRow.Column.EMAIL)) throw InvalidInput.at("file", "no_email_column");
            while (records.hasNext()) {
                CsvRecord record = records.next();
                ImportedRow row = ImportedRow.of(record.getFields(), columns);
                if (row != null) {
                    batch.add(row);
                } else if (refused++ < MOST_REJECTED) {
                    rejected.add(
                            new Rejected((int) record.getStartingLineNumber(), String.join(", ", record.getFields())));
                }
                if (batch.size() == AT_ONCE || !records.hasNext() && !batch.isEmpty()) {
                    created += guests.put(event, batch);
                    seen += batch.size();
                    batch.clear();
                }
                if (seen > MOST) throw InvalidInput.at("file", "too_many_guests", MOST);
            }
        } catch (CsvParseException broken) {
            throw InvalidInput.at("file", "broken_csv", String.valueOf(broken.getMessage()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new Outcome(created, seen - created, List.copyOf(rejected), refused);
    }

    private static CsvReader<CsvRecord> reader(String text) {
        String header = text.lines().findFirst().orElse("");
        char separator = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, separator)) separator = candidate;
        }
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text);
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            if (text.indexOf('\0') >= 0) throw InvalidInput.at("file", "not_text");
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notText) {
            throw InvalidInput.at("file", "not_utf8");
        }
    }
}
