package io.marquee.invoicing;

import io.marquee.invoicing.Sheet.Fee;
import io.marquee.invoicing.Sheet.Line;
import io.marquee.invoicing.Sheet.Tax;
import io.marquee.kernel.Money;
import io.marquee.ordering.ReturnView;
import io.marquee.pricing.Exact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * What a credit note says. What goes back of a line is shared by its net, its taxes and its fees in proportion to what is left
 * of them; so nothing is ever taken back twice, and what goes back at last is exactly what is left.
 */
final class Crediting {
    private Crediting() {}

    /**
     * @param of the document that it takes back from
     * @param earlier credit notes that took back from the same lines
     */
    static Sheet sheet(
            DocumentView of, List<DocumentView> earlier, ReturnView back, LocalDate today, SellerDetails seller) {
        List<Line> left = left(of.sheet(), earlier);
        SortedMap<Integer, Money> parts = back.parts().isEmpty() ? spread(back.amount(), left) : back.parts();
        List<Line> lines = left.stream()
                .flatMap(line ->
                        Optional.ofNullable(parts.get(line.position())).map(part -> part(line, part.amount())).stream())
                .toList();
        return noting(of, lines, back.reason(), today, seller);
    }

    /** All that is left of a document. */
    static Sheet whole(
            DocumentView of, List<DocumentView> earlier, String reason, LocalDate today, SellerDetails seller) {
        return noting(of, left(of.sheet(), earlier), reason, today, seller);
    }

    private static Sheet noting(
            DocumentView of, List<Line> lines, String reason, LocalDate today, SellerDetails seller) {
        Sheet whole = of.sheet();
        return new Sheet(
                whole.language(),
                today,
                whole.suppliedOn(),
                whole.seller(),
                whole.buyer(),
                whole.orderCode(),
                whole.eventTitle(),
                whole.currency(),
                lines,
                today,
                whole.paidWith(),
                of.label(),
                reason,
                seller.footer(),
                null);
    }

    private static List<Line> left(Sheet whole, List<DocumentView> earlier) {
        List<Line> left = new ArrayList<>();
        for (Line line : whole.lines()) {
            Line rest = line;
            for (DocumentView note : earlier) {
                for (Line taken : note.sheet().lines()) {
                    if (taken.position() == line.position()) rest = minus(rest, taken);
                }
            }
            if (rest.total() > 0) left.add(rest);
        }
        return left;
    }

    private static Line minus(Line line, Line taken) {
        long[] amounts = amounts(line);
        long[] less = amounts(taken);
        for (int i = 0; i < amounts.length; i++) amounts[i] -= less[i];
        return with(line, amounts);
    }

    private static Line part(Line line, long amount) {
        return with(
                line, Exact.share(amount, LongStream.of(amounts(line)).boxed().toList()));
    }

    private static SortedMap<Integer, Money> spread(Money amount, List<Line> left) {
        long[] shares =
                Exact.share(amount.amount(), left.stream().map(Line::total).toList());
        SortedMap<Integer, Money> parts = new TreeMap<>();
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) parts.put(left.get(i).position(), new Money(shares[i], amount.currency()));
        }
        return parts;
    }

    /** Net, then each tax, then each fee. */
    private static long[] amounts(Line line) {
        return LongStream.concat(
                        LongStream.of(line.net()),
                        LongStream.concat(
                                line.taxes().stream().mapToLong(Tax::amount),
                                line.fees().stream().mapToLong(Fee::amount)))
                .toArray();
    }

    private static Line with(Line line, long[] amounts) {
        int taxes = line.taxes().size();
        List<Tax> taxed = new ArrayList<>();
        for (int i = 0; i < taxes; i++) {
            Tax tax = line.taxes().get(i);
            taxed.add(new Tax(tax.name(), tax.rate(), amounts[1 + i], tax.onFees()));
        }
        List<Fee> fees = new ArrayList<>();
        for (int i = 0; i < line.fees().size(); i++) {
            fees.add(new Fee(line.fees().get(i).name(), amounts[1 + taxes + i]));
        }
        return new Line(
                line.position(),
                line.name(),
                line.quantity(),
                line.price(),
                line.discount(),
                amounts[0],
                taxed,
                fees,
                LongStream.of(amounts).sum());
    }
}
