package io.marquee.ordering;

import io.marquee.kernel.Money;
import io.marquee.ledger.Ledger;
import io.marquee.ledger.Posting;
import io.marquee.ledger.Postings;
import io.marquee.pricing.LinePart;
import io.marquee.pricing.QuoteLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Posts what orders are made of: what was earned with them, and what of that went back. What the buyer paid, and how, is
 * posted by whoever took the money.
 */
@Component
class OrderBooks {
    private final Ledger ledger;
    private final OrderRefunds refunds;

    OrderBooks(Ledger ledger, OrderRefunds refunds) {
        this.ledger = ledger;
        this.refunds = refunds;
    }

    /** In the transaction that makes it paid. What costs nothing posts nothing. */
    void paid(OrderView order, Instant at) {
        if (order.total().isZero()) return;
        List<Postings.Share> shares = order.lines().stream()
                .map(OrderView.Line::cost)
                .map(line -> new Postings.Share(
                        line.ticketType(), line.discount(), line.net(), line.tax(), line.fee(), line.absorbed()))
                .toList();
        ledger.post(Postings.orderPaid(about(order, at), order.id().value(), shares));
    }

    /** In the transaction in which the money arrived; the caller holds the lock on the order, so that parts follow one another. */
    void refunded(OrderView order, UUID refund, Instant at) {
        List<Postings.Share> shares = refunds.partsOf(refund).stream()
                .map(part -> share(order.lines().get(part.line() - 1).cost(), part))
                .toList();
        ledger.post(Postings.orderRefunded(about(order, at), refund, shares));
    }

    private static Postings.Share share(QuoteLine line, OrderRefunds.Part taken) {
        Money before = new Money(taken.before(), line.total().currency());
        LinePart part =
                LinePart.of(line, before, new Money(taken.amount(), line.total().currency()));
        return new Postings.Share(
                line.ticketType(),
                Money.zero(line.total().currency()),
                part.net(),
                part.tax(),
                part.fee(),
                part.absorbed());
    }

    private static Posting.About about(OrderView order, Instant at) {
        return new Posting.About(order.organization(), order.event(), order.id().value(), null, at);
    }
}
