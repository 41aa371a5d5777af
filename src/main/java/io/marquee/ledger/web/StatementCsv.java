package io.marquee.ledger.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.marquee.kernel.Money;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.ledger.StatementEntry;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a file, a line for each entry. Amounts are in the accounts' direction, in major units with a point, for
 * programs of all languages; it holds nothing that anybody typed.
 */
final class StatementCsv {
    /** So many postings are read in a transaction of their own: the file may be any length, and memory stays flat. */
    static final int AT_ONCE = 500;

    private StatementCsv() {}

    /** @param slices by the cursor where each begins */
    static void write(Function<@Nullable String, Slice<StatementEntry>> slices, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(
                "at", "kind", "cause", "event", "order", "provider", "account", "ticket_type", "currency", "amount");
        String cursor = null;
        do {
            Slice<StatementEntry> slice = slices.apply(cursor);
            slice.items().forEach(entry -> entry.lines().forEach(line -> write(entry, line, csv)));
            cursor = slice.next();
        } while (cursor != null);
        csv.flush();
    }

    private static void write(StatementEntry entry, StatementEntry.Line line, CsvWriter csv) {
        csv.writeRecord(
                entry.at().toString(),
                Wire.name(entry.kind()),
                entry.cause().toString(),
                Objects.toString(entry.event(), ""),
                Objects.toString(entry.order(), ""),
                Objects.toString(entry.provider(), ""),
                Wire.name(line.account()),
                Objects.toString(line.item(), ""),
                line.amount().currency().getCurrencyCode(),
                decimal(line.amount()));
    }

    private static String decimal(Money money) {
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        return BigDecimal.valueOf(money.amount(), digits).toPlainString();
    }
}
