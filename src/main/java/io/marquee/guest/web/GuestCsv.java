package io.marquee.guest.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.marquee.event.EventView;
import io.marquee.guest.GuestFilter;
import io.marquee.guest.GuestList;
import io.marquee.guest.GuestView;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Guests as a table, in columns that the import reads again. Cells that a spreadsheet would take for a formula begin with an apostrophe. */
@Component
class GuestCsv {
    private static final int AT_ONCE = 1000;

    private final GuestList list;
    private final Acting acting;

    GuestCsv(GuestList list, Acting acting) {
        this.list = list;
        this.acting = acting;
    }

    /** Page by page as it is read; on a thread of its own, so whoever asked is said again there. */
    StreamingResponseBody of(EventView event, GuestFilter filter) {
        Actor reader = Acting.current();
        return out -> {
            CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            csv.writeRecord("name", "email", "state", "plus_ones", "tickets", "tags", "invited_at", "answered_at");
            String cursor = null;
            do {
                String after = cursor;
                Slice<GuestView> page = acting.as(reader, () -> list.page(event, filter, after, AT_ONCE));
                page.items().forEach(guest -> write(csv, guest));
                csv.flush();
                cursor = page.next();
            } while (cursor != null);
        };
    }

    private static void write(CsvWriter csv, GuestView guest) {
        csv.writeRecord(
                harmless(guest.name()),
                harmless(guest.email()),
                Wire.name(guest.state()),
                String.valueOf(guest.plusOnes()),
                String.valueOf(guest.tickets()),
                harmless(String.join(", ", guest.tags())),
                text(guest.invitedAt()),
                text(guest.answeredAt()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
