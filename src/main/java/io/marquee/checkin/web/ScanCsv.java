package io.marquee.checkin.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.marquee.checkin.CheckInReads;
import io.marquee.checkin.CheckInView;
import io.marquee.event.EventView;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.web.Csv;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** All scans of an event as a table, newest first. Cells that a spreadsheet would take for a formula begin with an apostrophe. */
@Component
class ScanCsv {
    private static final int PORTION = 500;

    private final CheckInReads reads;
    private final TicketReads tickets;
    private final Acting acting;
    private final TransactionTemplate reading;

    ScanCsv(CheckInReads reads, TicketReads tickets, Acting acting, PlatformTransactionManager transactions) {
        this.reads = reads;
        this.tickets = tickets;
        this.acting = acting;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    private record Portion(Slice<CheckInView> scans, Map<TicketId, TicketView> tickets) {}

    /** Written as it is read; on a thread of its own, so whoever asked is said again there. */
    StreamingResponseBody of(EventView event) {
        Actor reader = Acting.current();
        return out -> {
            CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            csv.writeRecord(
                    "at",
                    "verdict",
                    "reason",
                    "told",
                    "offline",
                    "direction",
                    "gate",
                    "device",
                    "holder",
                    "type",
                    "ticket",
                    "operator",
                    "undone_at",
                    "undo_reason");
            @Nullable String cursor = null;
            do {
                Portion portion = portion(event, reader, cursor);
                portion.scans().items().forEach(scan -> write(csv, scan, portion.tickets()));
                csv.flush();
                cursor = portion.scans().next();
            } while (cursor != null);
        };
    }

    private Portion portion(EventView event, Actor reader, @Nullable String cursor) {
        return acting.as(
                reader,
                () -> Objects.requireNonNull(reading.execute(status -> {
                    Slice<CheckInView> scans = reads.ofEvent(event.slug(), false, cursor, PORTION);
                    List<TicketId> named = scans.items().stream()
                            .map(CheckInView::ticket)
                            .filter(Objects::nonNull)
                            .distinct()
                            .map(TicketId::new)
                            .toList();
                    return new Portion(scans, tickets.byIds(named));
                })));
    }

    private static void write(CsvWriter csv, CheckInView scan, Map<TicketId, TicketView> tickets) {
        TicketView ticket = scan.ticket() == null ? null : tickets.get(new TicketId(scan.ticket()));
        CheckInView.Undo undo = scan.undo();
        csv.writeRecord(
                scan.at().toString(),
                Wire.name(scan.verdict()),
                scan.reason() == null ? "" : Wire.name(scan.reason()),
                scan.told() == null ? "" : Wire.name(scan.told()),
                String.valueOf(scan.offline()),
                Wire.name(scan.direction()),
                Csv.harmless(scan.gate()),
                Csv.harmless(scan.device()),
                ticket == null ? "" : Csv.harmless(ticket.holderName()),
                ticket == null ? "" : Csv.harmless(ticket.ticketTypeName()),
                scan.ticket() == null ? "" : scan.ticket().toString(),
                scan.operator() == null ? "" : scan.operator().toString(),
                undo == null ? "" : undo.at().toString(),
                undo == null ? "" : Csv.harmless(undo.reason()));
    }
}
