package io.marquee.pricing;

import io.marquee.kernel.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a cart costs, line by line, each with how it came about. All sums are exact. */
public record Quote(List<QuoteLine> lines) {

    /**
     * Prices a cart. It depends on nothing but its arguments, and not on the order of the lines.
     *
     * @param items at least one, each type once, all in one currency
     * @param code what the buyer's promo code does, if they gave one
     */
    public static Quote of(List<PricedItem> items, Tariff tariff, @Nullable CodeEffect code) {
        return new Quote(new Calculation(items, tariff, code).lines());
    }

    /** What is paid. */
    public Money total() {
        return sum(QuoteLine::total);
    }

    public Money discount() {
        return sum(QuoteLine::discount);
    }

    public Money tax() {
        return sum(QuoteLine::tax);
    }

    public Money fee() {
        return sum(QuoteLine::fee);
    }

    /** The steps of all lines, the same ones together, in the order in which a price is made. */
    public static List<Entry> summary(List<QuoteLine> lines) {
        record Same(Entry.Kind kind, List<String> arguments) {}
        Map<Same, Entry> together = new LinkedHashMap<>();
        lines.stream()
                .flatMap(line -> line.entries().stream())
                .forEach(entry -> together.merge(
                        new Same(entry.kind(), entry.arguments()),
                        entry,
                        (a, b) -> new Entry(a.kind(), a.arguments(), a.amount().plus(b.amount()))));
        List<Entry> summary = new ArrayList<>(together.values());
        summary.sort(Comparator.comparing(Entry::kind));
        return summary;
    }

    private Money sum(Function<QuoteLine, Money> part) {
        return lines.stream().map(part).reduce(Money::plus).orElseThrow();
    }
}
