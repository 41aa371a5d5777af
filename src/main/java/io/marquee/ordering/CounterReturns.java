package io.marquee.ordering;

import io.marquee.audit.History;
import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.ledger.Ledger;
import io.marquee.ledger.Posting;
import io.marquee.ledger.Postings;
import io.marquee.ordering.OrderEvent.RefundOwed;
import io.marquee.payment.PaymentEvent.RefundSucceeded;
import io.marquee.payment.RefundId;
import io.marquee.payment.RefundState;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that goes back over the counter that it came over: a person hands it out, now or when its buyer comes. Acts as the
 * system, for whoever does.
 */
@Component
class CounterReturns {
    private final OrderMoves moves;
    private final OrderRefunds refunds;
    private final RefundOutcomes outcomes;
    private final CounterRows rows;
    private final CounterDueRows dues;
    private final Ledger ledger;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CounterReturns(
            OrderMoves moves,
            OrderRefunds refunds,
            RefundOutcomes outcomes,
            CounterRows rows,
            CounterDueRows dues,
            Ledger ledger,
            History history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.moves = moves;
        this.refunds = refunds;
        this.outcomes = outcomes;
        this.rows = rows;
        this.dues = dues;
        this.ledger = ledger;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /** @param handedOut whether the actor hands it out now; else it waits for its buyer */
    @Transactional(propagation = Propagation.MANDATORY)
    RefundId giveBack(
            OrderView order,
            CounterSale sale,
            Money amount,
            String reason,
            Map<Integer, Money> parts,
            boolean handedOut) {
        RefundId id = RefundId.next();
        CounterSale back = new CounterSale(order.id(), sale.method(), amount, amount, reason, null, clock.instant());
        if (!moves.approve(order, amount)) throw new OrderRefused.NothingToRefund();
        refunds.insert(order, id, amount, false, reason, parts);
        if (handedOut) {
            ledger.post(Postings.cashReturned(about(order, back), id.value(), amount));
            handedOut(order, id, back, null);
        } else {
            dues.insert(id, order, back);
            ledger.post(Postings.cashOwed(about(order, back), id.value(), amount));
            history.record(subject(order, id), null, RefundState.APPROVED, reason);
            events.publishEvent(new RefundOwed(order.id(), order.event(), order.organization(), amount, back.at()));
        }
        return id;
    }

    /** The order is locked, and the due is open. */
    @Transactional(propagation = Propagation.MANDATORY)
    void handOut(OrderView order, CounterDue due) {
        Instant now = clock.instant();
        CounterSale back = new CounterSale(order.id(), due.method(), due.amount(), due.amount(), "", null, now);
        ledger.post(Postings.owedCashReturned(about(order, back), due.id(), due.amount()));
        handedOut(order, new RefundId(due.id()), back, RefundState.APPROVED);
    }

    private void handedOut(OrderView order, RefundId id, CounterSale back, @Nullable RefundState before) {
        rows.insert(id, order, back, Acting.current().id());
        history.record(
                subject(order, id), before, RefundState.SUCCEEDED, back.note().isEmpty() ? null : back.note());
        outcomes.arrived(
                new RefundSucceeded(id, order.id().value(), order.event(), order.organization(), back.amount()));
    }

    private static History.Subject subject(OrderView order, RefundId id) {
        return new History.Subject("counter_refund", id.value(), order.organization(), order.event());
    }

    static Posting.About about(OrderView order, CounterSale sale) {
        return new Posting.About(
                order.organization(), order.event(), order.id().value(), Wire.name(sale.method()), sale.at());
    }
}
