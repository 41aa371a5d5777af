package io.marquee.ordering.web;

import io.marquee.kernel.Money;
import io.marquee.ordering.OrderView;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.HoldView;
import java.util.List;

/** What is bought, line by line, in words. */
public record Bill(List<Line> lines, String total, boolean free) {

    /** @param label "2 × General admission" */
    public record Line(String label, String amount) {}

    static Bill of(HoldView hold, Text text) {
        return new Bill(
                hold.items().stream()
                        .map(l -> new Line(
                                l.quantity() + " × " + l.name(), amount(l.cost().total(), text)))
                        .toList(),
                text.money(hold.total()),
                hold.total().isZero());
    }

    public static Bill of(OrderView order, Text text) {
        return new Bill(
                order.lines().stream()
                        .map(l -> new Line(
                                l.quantity() + " × " + l.name(), amount(l.cost().total(), text)))
                        .toList(),
                text.money(order.total()),
                order.total().isZero());
    }

    private static String amount(Money amount, Text text) {
        return amount.isZero() ? text.get("ordering.free") : text.money(amount);
    }
}
