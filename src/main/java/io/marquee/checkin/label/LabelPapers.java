package io.marquee.checkin.label;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.PaperPrinter;
import io.marquee.ticketing.TicketPapers;
import java.util.Base64;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Labels as PDF. */
@Component
class LabelPapers {
    private static final int QR_PIXELS = 450;

    private final TicketPapers papers;
    private final PaperPrinter printer;
    private final TemplateEngine templates;

    LabelPapers(TicketPapers papers, PaperPrinter printer, TemplateEngine templates) {
        this.papers = papers;
        this.printer = printer;
        this.templates = templates;
    }

    byte[] pdf(Label label, Text text) {
        StringOutput html = new StringOutput();
        String qr =
                "data:image/png;base64," + Base64.getEncoder().encodeToString(papers.qrPng(label.code(), QR_PIXELS));
        templates.render("checkin/label.jte", Map.of("label", LabelPaper.of(label, qr), "language", text.code()), html);
        return printer.print(html.toString());
    }
}
