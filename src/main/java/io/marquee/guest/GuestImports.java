package io.marquee.guest;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings in a guest list from a table. Nobody is written to: whoever is to be asked is invited afterwards. */
@Component
public class GuestImports {
    public static final int MOST_BYTES = 10_000_000;
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
     * @param file a table with a header, as {@link GuestTable} reads it; columns are told by their names, or by the address in the first line
     * @throws InvalidInput at {@code file} when it is no such table
     */
    public Outcome bring(EventView event, byte[] file) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        Tally tally = new Tally(event);
        read(file, tally::take);
        tally.flush();
        return tally.outcome();
    }

    /** Those that were read before. */
    void bring(EventView event, List<ImportedRow> rows) {
        for (int from = 0; from < rows.size(); from += AT_ONCE)
            guests.put(event, rows.subList(from, Math.min(from + AT_ONCE, rows.size())));
    }

    /** Gathers lines into batches. */
    private final class Tally {
        private final EventView event;
        private final List<Rejected> rejected = new ArrayList<>();
        private final List<ImportedRow> batch = new ArrayList<>();
        private int created;
        private int seen;
        private int refused;

        Tally(EventView event) {
            this.event = event;
        }

        void take(GuestTable.Line line, @Nullable ImportedRow row, int addresses) {
            if (row != null) {
                batch.add(row);
            } else if (refused++ < MOST_REJECTED) {
                rejected.add(new Rejected(line.number(), String.join(", ", line.fields())));
            }
            if (batch.size() == AT_ONCE) flush();
            if (seen + batch.size() + refused > MOST) throw InvalidInput.at("file", "too_many_guests", MOST);
        }

        void flush() {
            if (batch.isEmpty()) return;
            created += guests.put(event, batch);
            seen += batch.size();
            batch.clear();
        }

        Outcome outcome() {
            return new Outcome(created, seen - created, List.copyOf(rejected), refused);
        }
    }

    interface Reader {
        /** @param row null where the line has not one address */
        void take(GuestTable.Line line, @Nullable ImportedRow row, int addresses);
    }

    /** Line by line. @return the names of columns that nothing is read from @throws InvalidInput at {@code file} when it is no such table */
    List<String> read(byte[] file, Reader reader) {
        if (file.length > MOST_BYTES) throw InvalidInput.at("file", "list_too_large", MOST_BYTES / 1_000_000);
        try (Stream<GuestTable.Line> table = GuestTable.lines(file)) {
            Iterator<GuestTable.Line> lines = table.iterator();
            if (!lines.hasNext()) throw InvalidInput.at("file", "no_rows");
            GuestTable.Line first = lines.next();
            Map<ImportedRow.Column, List<Integer>> named = ImportedRow.columns(first.fields());
            boolean header = named.containsKey(ImportedRow.Column.EMAIL);
            Map<ImportedRow.Column, List<Integer>> columns = header ? named : ImportedRow.guessed(first.fields());
            if (!columns.containsKey(ImportedRow.Column.EMAIL)) throw InvalidInput.at("file", "no_email_column");
            if (!header) take(first, columns, reader);
            lines.forEachRemaining(line -> take(line, columns, reader));
            return header ? ImportedRow.unused(first.fields(), columns) : List.of();
        }
    }

    private static void take(GuestTable.Line line, Map<ImportedRow.Column, List<Integer>> columns, Reader reader) {
        ImportedRow row = ImportedRow.of(line.fields(), columns);
        int addresses = row == null ? ImportedRow.addresses(line.fields(), columns) : 1;
        reader.take(ImportedRow.numbered(line, columns), row, addresses);
    }
}
