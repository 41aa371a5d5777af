package io.marquee.feedback.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.marquee.event.EventView;
import io.marquee.feedback.FeedbackExport;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.web.Csv;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What was said as a table, a line for each who answered. Cells that a spreadsheet would take for a formula begin with an apostrophe. */
@Component
class FeedbackCsv {
    private final FeedbackExport export;
    private final Acting acting;

    FeedbackCsv(FeedbackExport export, Acting acting) {
        this.export = export;
        this.acting = acting;
    }

    /** On a thread of its own, so whoever asked is said again there. */
    StreamingResponseBody of(EventView event) {
        Actor reader = Acting.current();
        return out -> {
            CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            acting.as(
                    reader,
                    () -> export.lines(
                            event,
                            line -> csv.writeRecord(
                                    line.stream().map(Csv::harmless).toList())));
            csv.flush();
        };
    }
}
