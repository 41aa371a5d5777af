package io.marquee.ordering;

import io.marquee.kernel.Money;
import io.marquee.payment.RefundState;
import io.marquee.pricing.Exact;
import io.marquee.ticketing.TicketView;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/** Of which lines money goes back: each has taxes of its own, which go back with it. */
@Component
class RefundParts {
    private final OrderRefunds refunds;

    RefundParts(OrderRefunds refunds) {
        this.refunds = refunds;
    }

    /**
     * What the tickets cost comes from their lines; what goes back beyond that, from all lines in proportion to what is left
     * of them.
     *
     * @return by the line's position, from 1; adds up to the amount
     */
    Map<Integer, Money> of(OrderView order, List<TicketView> ending, Money amount) {
        long[] left = left(order);
        long[] parts = new long[left.length];
        long open = amount.amount();
        for (TicketView ticket : ending) {
            int line = lineOf(order, ticket);
            long part = Math.min(Math.min(ticket.price().amount(), left[line] - parts[line]), open);
            parts[line] += part;
            open -= part;
        }
        for (int i = 0; i < left.length; i++) left[i] -= parts[i];
        long[] rest = Exact.share(open, LongStream.of(left).boxed().toList());
        Map<Integer, Money> byLine = new TreeMap<>();
        for (int i = 0; i < parts.length; i++) {
            long part = parts[i] + rest[i];
            if (part > 0) byLine.put(i + 1, new Money(part, amount.currency()));
        }
        return byLine;
    }

    private long[] left(OrderView order) {
        long[] left = order.lines().stream()
                .mapToLong(line -> line.cost().total().amount())
                .toArray();
        refunds.ofOrder(order.id()).stream()
                .filter(r -> r.state() != RefundState.FAILED)
                .forEach(r -> r.parts().forEach((line, part) -> left[line - 1] -= part.amount()));
        return left;
    }

    private static int lineOf(OrderView order, TicketView ticket) {
        int last = 0;
        for (int i = 0; i < order.lines().size(); i++) {
            last += order.lines().get(i).quantity();
            if (ticket.position() <= last) return i;
        }
        throw new IllegalStateException("a ticket beyond its order's lines: " + ticket.id());
    }
}
