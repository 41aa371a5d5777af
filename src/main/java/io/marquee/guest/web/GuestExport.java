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
import io.marquee.platform.web.Csv;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Guests as a table, in columns that the import reads again; page by page as it is read. */
@Component
class GuestExport {
    private static final int AT_ONCE = 1000;
    private static final List<String> COLUMNS = List.of(
            "name",
            "email",
            "state",
            "plus_ones",
            "companions",
            "allowance",
            "tickets",
            "tags",
            "invited_at",
            "answered_at");

    private final GuestList list;
    private final Acting acting;

    GuestExport(GuestList list, Acting acting) {
        this.list = list;
        this.acting = acting;
    }

    /** Cells that a spreadsheet would take for a formula begin with an apostrophe. */
    StreamingResponseBody csv(EventView event, GuestFilter filter) {
        Actor reader = Acting.current();
        return out -> {
            CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            csv.writeRecord(COLUMNS);
            eachPage(reader, event, filter, guests -> {
                guests.forEach(guest ->
                        csv.writeRecord(cells(guest).stream().map(Csv::harmless).toList()));
                csv.flush();
            });
        };
    }

    /** Cells are texts, whatever they begin with. */
    StreamingResponseBody workbook(EventView event, GuestFilter filter) {
        Actor reader = Acting.current();
        return out -> {
            try (Workbook workbook = new Workbook(out, "Marquee", "1.0")) {
                Worksheet sheet = workbook.newWorksheet("Guests");
                sheet.freezePane(0, 1);
                Rows rows = new Rows(sheet);
                rows.add(COLUMNS);
                eachPage(reader, event, filter, guests -> {
                    guests.forEach(guest -> rows.add(cells(guest)));
                    sheet.flush();
                });
            }
        };
    }

    private static final class Rows {
        private final Worksheet sheet;
        private int next;

        Rows(Worksheet sheet) {
            this.sheet = sheet;
        }

        void add(List<String> cells) {
            for (int i = 0; i < cells.size(); i++) sheet.inlineString(next, i, cells.get(i));
            next++;
        }
    }

    private interface Pages {
        void write(List<GuestView> guests) throws IOException;
    }

    /** It is written on a thread of its own, so whoever asked is said again there. */
    private void eachPage(Actor reader, EventView event, GuestFilter filter, Pages pages) throws IOException {
        String cursor = null;
        do {
            String after = cursor;
            Slice<GuestView> page = acting.as(reader, () -> list.page(event, filter, after, AT_ONCE));
            pages.write(page.items());
            cursor = page.next();
        } while (cursor != null);
    }

    private static List<String> cells(GuestView guest) {
        return List.of(
                guest.name(),
                guest.address(),
                Wire.name(guest.state()),
                String.valueOf(guest.plusOnes()),
                String.join("; ", guest.companions()),
                text(guest.allowance()),
                String.valueOf(guest.tickets()),
                String.join(", ", guest.tags()),
                text(guest.invitedAt()),
                text(guest.answeredAt()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
