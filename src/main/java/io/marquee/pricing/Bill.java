package io.marquee.pricing;

import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * What is bought, line by line, in words: the same wherever it is shown.
 *
 * @param lines of tickets, at their price
 * @param steps from there to the total: what is taken off, and what comes on top
 * @param inside taxes that the total holds, and fees that the organizer pays out of it
 */
public record Bill(List<Line> lines, List<Line> steps, String total, List<Line> inside, boolean free) {

    /** @param label "2 × General admission" */
    public record Line(String label, String amount) {}

    /** As the buyer sees it. */
    public static Bill of(List<? extends NamedCost> costs, Text text) {
        return of(costs, false, text);
    }

    /** With the fees that the organizer pays. */
    public static Bill forTeam(List<? extends NamedCost> costs, Text text) {
        return of(costs, true, text);
    }

    private static Bill of(List<? extends NamedCost> costs, boolean team, Text text) {
        List<Line> steps = new ArrayList<>();
        List<Line> inside = new ArrayList<>();
        for (Entry entry : Quote.summary(costs.stream().map(NamedCost::cost).toList())) {
            switch (entry.kind()) {
                case TICKETS -> {}
                case GROUP_DISCOUNT, PROMO_CODE, TAX_ADDED, FEE_ADDED, FEE_TAX_ADDED -> steps.add(line(entry, text));
                case TAX_INCLUDED, FEE_TAX_INCLUDED -> inside.add(line(entry, text));
                case FEE_ABSORBED -> {
                    if (team) inside.add(line(entry, text));
                }
            }
        }
        Money total =
                costs.stream().map(c -> c.cost().total()).reduce(Money::plus).orElseThrow();
        return new Bill(
                costs.stream().map(cost -> line(cost, text)).toList(),
                steps,
                amount(total, text),
                inside,
                total.isZero());
    }

    private static Line line(NamedCost named, Text text) {
        QuoteLine cost = named.cost();
        return new Line(
                cost.quantity() + " × " + named.name(), amount(cost.price().times(cost.quantity()), text));
    }

    private static Line line(Entry entry, Text text) {
        return new Line(
                text.get(
                        "pricing.entry." + Wire.name(entry.kind()),
                        entry.arguments().toArray()),
                text.money(entry.amount()));
    }

    private static String amount(Money amount, Text text) {
        return amount.isZero() ? text.get("pricing.free") : text.money(amount);
    }
}
