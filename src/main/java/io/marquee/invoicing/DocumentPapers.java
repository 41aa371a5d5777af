package io.marquee.invoicing;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.marquee.platform.web.Pages;
import io.marquee.ticketing.PaperPrinter;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Documents as files and on pages, each in its buyer's language, whoever looks. */
@Component
public class DocumentPapers {
    private final TemplateEngine templates;
    private final Pages pages;
    private final PaperPrinter printer;

    DocumentPapers(TemplateEngine templates, Pages pages, PaperPrinter printer) {
        this.templates = templates;
        this.pages = pages;
        this.printer = printer;
    }

    public SheetView view(DocumentView document) {
        return SheetView.of(
                document, pages.text(Locale.forLanguageTag(document.sheet().language())));
    }

    /** A4, with tags for screen readers. */
    public byte[] pdf(DocumentView document) {
        StringOutput html = new StringOutput();
        templates.render("invoicing/paper.jte", Map.of("sheet", view(document)), html);
        return printer.printTagged(html.toString());
    }
}
