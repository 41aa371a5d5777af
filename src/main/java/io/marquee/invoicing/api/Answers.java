package io.marquee.invoicing.api;

import io.marquee.invoicing.DocumentKind;
import io.marquee.invoicing.DocumentView;
import io.marquee.invoicing.Sheet;
import io.marquee.kernel.Money;
import io.marquee.ordering.OrderId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What programs read of documents. */
final class Answers {
    private Answers() {}

    /**
     * A document. In a credit note amounts are what was taken back.
     *
     * @param number as it is printed; the order's code on a confirmation
     * @param refersTo the number of the document that a credit note takes back from
     * @param taxes one for each rate
     * @param fees on top, without tax
     */
    record Document(
            UUID id,
            DocumentKind kind,
            String number,
            OrderId order,
            LocalDate issuedOn,
            @Nullable String refersTo,
            Party seller,
            Party buyer,
            List<Line> lines,
            List<Tax> taxes,
            Money net,
            Money tax,
            Money fees,
            Money total) {
        static Document of(DocumentView view) {
            Sheet sheet = view.sheet();
            return new Document(
                    view.id(),
                    view.kind(),
                    view.label(),
                    view.order(),
                    sheet.issuedOn(),
                    sheet.refersTo(),
                    Party.of(sheet.seller()),
                    Party.of(sheet.buyer()),
                    sheet.lines().stream().map(line -> Line.of(sheet, line)).toList(),
                    sheet.taxRows().stream()
                            .map(row ->
                                    new Tax(row.name(), row.rate(), sheet.money(row.base()), sheet.money(row.amount())))
                            .toList(),
                    sheet.money(sheet.net()),
                    view.tax(),
                    sheet.money(sheet.fee()),
                    view.total());
        }
    }

    record Party(String name, String address, String country, String taxId) {
        static Party of(Sheet.Party party) {
            return new Party(party.name(), party.address(), party.country(), party.taxId());
        }
    }

    /** @param rate in percent, as text; 0 with a blank name where there is no tax */
    record Tax(String name, String rate, Money base, Money amount) {}

    record Line(String name, int quantity, Money price, Money discount, Money net, Money total) {
        static Line of(Sheet sheet, Sheet.Line line) {
            return new Line(
                    line.name(),
                    line.quantity(),
                    sheet.money(line.price()),
                    sheet.money(line.discount()),
                    sheet.money(line.net()),
                    sheet.money(line.total()));
        }
    }

    record Items<T>(List<T> items, @Nullable String next) {}
}
