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
     * @param file a table with a header, as {@link GuestTable} reads it; columns are told by their names, in English or German
     * @throws InvalidInput at {@code file} when it is no such table
     */
    public Outcome bring(EventView event, byte[] file) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        if (file.length > MOST_BYTES) throw InvalidInput.at("file", "list_too_large", MOST_BYTES / 1_000_000);
        int created = 0;
        int seen = 0;
        int refused = 0;
        List<Rejected> rejected = new ArrayList<>();
        List<ImportedRow> batch = new ArrayList<>();
        try (Stream<GuestTable.Line> table = GuestTable.lines(file)) {
            Iterator<GuestTable.Line> lines = table.iterator();
            if (!lines.hasNext()) throw InvalidInput.at("file", "no_rows");
            Map<ImportedRow.Column, List<Integer>> columns =
                    ImportedRow.columns(lines.next().fields());
            if (!columns.containsKey(ImportedRow.Column.EMAIL)) throw InvalidInput.at("file", "no_email_column");
            while (lines.hasNext()) {
                GuestTable.Line line = lines.next();
                ImportedRow row = ImportedRow.of(line.fields(), columns);
                if (row != null) {
                    batch.add(row);
                } else if (refused++ < MOST_REJECTED) {
                    rejected.add(new Rejected(line.number(), String.join(", ", line.fields())));
                }
                if (batch.size() == AT_ONCE || !lines.hasNext() && !batch.isEmpty()) {
                    created += guests.put(event, batch);
                    seen += batch.size();
                    batch.clear();
                }
                if (seen + refused > MOST) throw InvalidInput.at("file", "too_many_guests", MOST);
            }
        }
        return new Outcome(created, seen - created, List.copyOf(rejected), refused);
    }
}
