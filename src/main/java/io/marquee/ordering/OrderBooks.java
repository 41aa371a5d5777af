package io.marquee.ordering;

import io.marquee.kernel.Money;
import io.marquee.ledger.Cause;
import io.marquee.ledger.Ledger;
import io.marquee.ledger.Posting;
import io.marquee.ledger.Postings;
import io.marquee.payment.RefundId;
import io.marquee.pricing.LinePart;
import io.marquee.pricing.QuoteLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private final RefundParts parts;

    OrderBooks(Ledger ledger, OrderRefunds refunds, RefundParts parts) {
        this.ledger = ledger;
        this.refunds = refunds;
        this.parts = parts;
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

    /**
     * In the transaction in which the money arrived. The caller holds the lock on the order: its refunds take their parts of
     * a line one after the other, in the order in which they are posted.
     */
    void refunded(OrderView order, UUID refund) {
        List<ReturnView> all = refunds.ofOrder(order.id());
        Set<UUID> posted = ledger.posted(
                Cause.Kind.ORDER_REFUNDED, all.stream().map(ReturnView::id).toList());
        List<ReturnView> before =
                all.stream().filter(other -> posted.contains(other.id())).toList();
        all.stream()
                .filter(known -> known.id().equals(refund) && !posted.contains(refund))
                .findFirst()
                .ifPresent(known -> post(order, known, before));
    }

    private void post(OrderView order, ReturnView refund, List<ReturnView> before) {
        List<Postings.Share> shares = parts(order, refund).entrySet().stream()
                .map(part -> share(order, part.getKey(), part.getValue(), before))
                .toList();
        Instant at = Objects.requireNonNull(refund.decidedAt(), "a refund that did not arrive");
        ledger.post(Postings.orderRefunded(about(order, at), refund.id(), shares));
    }

    /** Those that were approved before lines were remembered get theirs now. */
    private Map<Integer, Money> parts(OrderView order, ReturnView refund) {
        if (!refund.parts().isEmpty()) return refund.parts();
        Map<Integer, Money> late = parts.of(order, List.of(), refund.amount());
        refunds.insert(order, new RefundId(refund.id()), refund.amount(), false, refund.reason(), late);
        return late;
    }

    private static Postings.Share share(OrderView order, int position, Money amount, List<ReturnView> before) {
        QuoteLine line = order.lines().get(position - 1).cost();
        Money none = Money.zero(amount.currency());
        Money taken = before.stream()
                .map(other -> other.parts().getOrDefault(position, none))
                .reduce(none, Money::plus);
        LinePart part = LinePart.of(line, taken, amount);
        return new Postings.Share(line.ticketType(), none, part.net(), part.tax(), part.fee(), part.absorbed());
    }

    private static Posting.About about(OrderView order, Instant at) {
        return new Posting.About(order.organization(), order.event(), order.id().value(), null, at);
    }
}
