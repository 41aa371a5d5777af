package io.marquee.invoicing;

import io.marquee.kernel.ShortCode;
import io.marquee.platform.web.Text;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document in words, in its buyer's language: the same on a page, on paper and on a till roll.
 *
 * @param facts number, dates and what it refers to
 * @param seller lines of the address, the name first
 * @param buyer likewise
 * @param steps from the lines to the total
 * @param notes what is to be said below
 */
public record SheetView(
        Text text,
        String title,
        String label,
        List<Fact> facts,
        List<String> seller,
        List<String> buyer,
        List<Row> rows,
        List<Fact> steps,
        String total,
        List<TaxLine> taxes,
        List<String> notes,
        List<String> footer) {

    public record Fact(String label, String value) {}

    /** @param detail below the name, such as a discount; blank for nothing */
    public record Row(
            String quantity, String name, String detail, String price, String tax, String net, String total) {}

    public record TaxLine(String name, String base, String amount) {}

    static SheetView of(DocumentView document, Text text) {
        Sheet sheet = document.sheet();
        boolean back = document.kind() == DocumentKind.CREDIT_NOTE;
        return new SheetView(
                text,
                text.of("invoicing.kind", document.kind()),
                document.label(),
                facts(document, text),
                party(sheet.seller(), text),
                party(sheet.buyer(), text),
                sheet.lines().stream().map(line -> row(sheet, line, back, text)).toList(),
                steps(sheet, text),
                text.money(sheet.money(sheet.total())),
                taxes(sheet, text),
                notes(document, text),
                sheet.footer().lines().toList());
    }

    private static List<Fact> facts(DocumentView document, Text text) {
        Sheet sheet = document.sheet();
        List<Fact> facts = new ArrayList<>();
        if (document.kind() != DocumentKind.CONFIRMATION) add(facts, "number", document.label(), text);
        add(facts, "issued", date(sheet.issuedOn(), text), text);
        if (sheet.refersTo() != null) add(facts, "refers_to", sheet.refersTo(), text);
        add(facts, "order", ShortCode.grouped(sheet.orderCode()), text);
        add(facts, "event", sheet.eventTitle(), text);
        add(facts, "supplied", date(sheet.suppliedOn(), text), text);
        return facts;
    }

    private static void add(List<Fact> facts, String label, String value, Text text) {
        facts.add(new Fact(text.get("invoicing.fact." + label), value));
    }

    private static List<String> party(Sheet.Party party, Text text) {
        return Stream.of(
                        Stream.of(party.name()),
                        party.address().lines(),
                        Stream.of(country(party.country(), text)),
                        Stream.of(party.taxId().isEmpty() ? "" : text.get("invoicing.tax_id", party.taxId())))
                .flatMap(lines -> lines)
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String country(String code, Text text) {
        return code.isEmpty() ? "" : Locale.of("", code).getDisplayCountry(text.locale());
    }

    /** A credit note has amounts of lines only: how many tickets of a line ended does not follow from the money. */
    private static Row row(Sheet sheet, Sheet.Line line, boolean back, Text text) {
        return new Row(
                back ? "" : text.number(line.quantity()),
                line.name(),
                back || line.discount() == 0 ? "" : text.get("invoicing.discount", sheet.money(-line.discount())),
                back ? "" : text.money(sheet.money(line.price())),
                line.taxes().isEmpty()
                        ? "–"
                        : String.join(
                                " + ",
                                line.taxes().stream()
                                        .map(tax -> rate(tax.rate(), text))
                                        .toList()),
                text.money(sheet.money(line.net())),
                text.money(sheet.money(line.total()
                        - line.fees().stream().mapToLong(Sheet.Fee::amount).sum())));
    }

    private static List<Fact> steps(Sheet sheet, Text text) {
        List<Fact> steps = new ArrayList<>();
        if (sheet.tax() != 0) steps.add(new Fact(text.get("invoicing.net"), text.money(sheet.money(sheet.net()))));
        for (Sheet.TaxRow row : sheet.taxRows()) {
            if (!row.name().isEmpty()) {
                steps.add(new Fact(row.name() + " " + rate(row.rate(), text), text.money(sheet.money(row.amount()))));
            }
        }
        sheet.lines().stream()
                .flatMap(line -> line.fees().stream())
                .map(Sheet.Fee::name)
                .distinct()
                .forEach(fee -> steps.add(new Fact(fee, text.money(sheet.money(feeOf(sheet, fee))))));
        return steps;
    }

    private static long feeOf(Sheet sheet, String name) {
        return sheet.lines().stream()
                .flatMap(line -> line.fees().stream())
                .filter(fee -> fee.name().equals(name))
                .mapToLong(Sheet.Fee::amount)
                .sum();
    }

    private static List<TaxLine> taxes(Sheet sheet, Text text) {
        if (sheet.tax() == 0) return List.of();
        return sheet.taxRows().stream()
                .map(row -> new TaxLine(
                        row.name().isEmpty()
                                ? text.get("invoicing.untaxed")
                                : row.name() + " " + rate(row.rate(), text),
                        text.money(sheet.money(row.base())),
                        text.money(sheet.money(row.amount()))))
                .toList();
    }

    private static List<String> notes(DocumentView document, Text text) {
        Sheet sheet = document.sheet();
        List<String> notes = new ArrayList<>();
        switch (document.kind()) {
            case CONFIRMATION -> notes.add(text.get("invoicing.note.free"));
            case RECEIPT -> {
                notes.add(paid(sheet, "paid", text));
                if (sheet.tender() != null) notes.addAll(tendered(sheet, sheet.tender(), text));
                notes.add(text.get("invoicing.note.receipt"));
            }
            case INVOICE -> notes.add(paid(sheet, "paid", text));
            case CREDIT_NOTE -> {
                if ("correction".equals(sheet.reason())) notes.add(text.get("invoicing.note.correction"));
                else notes.add(paid(sheet, "returned", text));
            }
        }
        return notes;
    }

    private static List<String> tendered(Sheet sheet, Sheet.Tender tender, Text text) {
        List<String> notes = new ArrayList<>();
        if (tender.change() > 0) {
            notes.add(text.get("invoicing.note.given", sheet.money(tender.given()), sheet.money(tender.change())));
        }
        if (!tender.slip().isBlank()) notes.add(text.get("invoicing.note.slip", tender.slip()));
        return notes;
    }

    private static String paid(Sheet sheet, String how, Text text) {
        return text.get(
                "invoicing.note." + how,
                sheet.paidOn() == null ? "" : date(sheet.paidOn(), text),
                with(sheet.paidWith(), text));
    }

    private static String with(@Nullable String provider, Text text) {
        String key = "invoicing.with." + provider;
        return text.get(text.has(key) ? key : "invoicing.with.other");
    }

    private static String rate(String percent, Text text) {
        return text.get(
                "invoicing.rate", !text.locale().getLanguage().equals("en") ? percent.replace('.', ',') : percent);
    }

    private static String date(LocalDate date, Text text) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(text.code().equals("en") ? Locale.UK : text.locale())
                .format(date);
    }
}
