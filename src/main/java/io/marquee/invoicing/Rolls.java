package io.marquee.invoicing;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.marquee.event.EventView;
import io.marquee.invoicing.thermal.Roll;
import io.marquee.kernel.ShortCode;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.PaperPrinter;
import io.marquee.ticketing.TicketPapers;
import io.marquee.ticketing.TicketView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.springframework.stereotype.Component;

/** Receipts and tickets for till rolls. */
@Component
public class Rolls {
    private static final int LONGEST = 3000;
    private static final int MARGIN = 8;
    private static final double POINTS = 72 / 25.4;

    private final TemplateEngine templates;
    private final Pages pages;
    private final PaperPrinter printer;
    private final TicketPapers papers;
    private final DocumentPapers documents;

    Rolls(TemplateEngine templates, Pages pages, PaperPrinter printer, TicketPapers papers, DocumentPapers documents) {
        this.templates = templates;
        this.pages = pages;
        this.printer = printer;
        this.papers = papers;
        this.documents = documents;
    }

    public Roll receipt(DocumentView document, Roll.Width width) {
        SheetView sheet = documents.view(document);
        List<Roll.Item> items = new ArrayList<>();
        items.add(Roll.Words.title(sheet.title()));
        sheet.seller().forEach(line -> items.add(Roll.Words.centred(line)));
        items.add(new Roll.Rule());
        sheet.facts().forEach(fact -> items.add(new Roll.Pair(fact.label(), fact.value(), false)));
        sheet.buyer().forEach(line -> items.add(Roll.Words.plain(line)));
        items.add(new Roll.Rule());
        for (SheetView.Row row : sheet.rows()) {
            String name = row.quantity().isEmpty() ? row.name() : row.quantity() + " × " + row.name();
            items.add(new Roll.Pair(name, row.total(), false));
            if (!row.detail().isEmpty()) items.add(Roll.Words.plain(row.detail()));
        }
        items.add(new Roll.Rule());
        sheet.steps().forEach(step -> items.add(new Roll.Pair(step.label(), step.value(), false)));
        items.add(new Roll.Pair(sheet.text().get("invoicing.total"), sheet.total(), true));
        items.add(new Roll.Rule());
        sheet.notes().forEach(note -> items.add(Roll.Words.plain(note)));
        if (!sheet.footer().isEmpty()) items.add(new Roll.Rule());
        sheet.footer().forEach(line -> items.add(Roll.Words.centred(line)));
        items.add(new Roll.Cut());
        return new Roll(width, items);
    }

    /** One sheet for each. */
    public Roll tickets(EventView event, List<TicketView> tickets, Locale locale, Roll.Width width) {
        Text text = pages.text(locale);
        List<Roll.Item> items = new ArrayList<>();
        for (TicketView ticket : tickets) {
            items.add(Roll.Words.title(event.details().title()));
            items.add(Roll.Words.centred(
                    text.dateTime(event.details().startsAt(), event.details().timeZone())));
            String venue = event.details().venue();
            if (venue != null) items.add(Roll.Words.centred(venue));
            items.add(new Roll.Rule());
            items.add(new Roll.Words(ticket.typeAndSeat(text), true, true, false));
            items.add(Roll.Words.centred(ticket.holderName()));
            items.add(new Roll.Qr(ticket.qr()));
            items.add(Roll.Words.title(ShortCode.grouped(ticket.code())));
            items.add(Roll.Words.centred(
                    ticket.price().isZero() ? text.get("pricing.free") : text.money(ticket.price())));
            items.add(new Roll.Cut());
        }
        return new Roll(width, items);
    }

    /** As long as what stands on it. */
    public byte[] pdf(Roll roll, Locale locale) {
        int height = (int) Math.ceil(lowest(printed(roll, locale, LONGEST)) / POINTS) + MARGIN;
        return printed(roll, locale, height);
    }

    private byte[] printed(Roll roll, Locale locale, int height) {
        StringOutput html = new StringOutput();
        templates.render(
                "invoicing/roll.jte",
                Map.of(
                        "items",
                        roll.items().stream().map(this::printable).toList(),
                        "width",
                        roll.width().millimetres(),
                        "height",
                        height,
                        "language",
                        locale.getLanguage()),
                html);
        return printer.printTagged(html.toString());
    }

    /** For the template: what an item is, and what it says. */
    public record Printable(String kind, String left, String right) {}

    private Printable printable(Roll.Item item) {
        return switch (item) {
            case Roll.Words words ->
                new Printable(
                        (words.large() ? "large" : words.bold() ? "bold" : "words")
                                + (words.centred() ? " centred" : ""),
                        words.words(),
                        "");
            case Roll.Pair pair -> new Printable(pair.bold() ? "pair bold" : "pair", pair.left(), pair.right());
            case Roll.Rule rule -> new Printable("rule", "", "");
            case Roll.Qr qr ->
                new Printable(
                        "qr",
                        "data:image/png;base64," + Base64.getEncoder().encodeToString(papers.qrPng(qr.content(), 400)),
                        "");
            case Roll.Cut cut -> new Printable("cut", "", "");
        };
    }

    private static double lowest(byte[] pdf) {
        double[] lowest = {0};
        try (PDDocument read = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String words, List<TextPosition> positions) {
                    positions.forEach(at -> lowest[0] = Math.max(lowest[0], at.getYDirAdj()));
                }
            }.getText(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lowest[0];
    }
}
