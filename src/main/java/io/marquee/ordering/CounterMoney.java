package io.marquee.ordering;

import io.marquee.kernel.Ids;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.ledger.Ledger;
import io.marquee.ledger.Posting;
import io.marquee.ledger.Postings;
import io.marquee.ordering.OrderEvent.OrderPaid;
import io.marquee.payment.PaymentEvent.RefundSucceeded;
import io.marquee.payment.PaymentId;
import io.marquee.payment.RefundId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.HoldState;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketsRefused.HoldGone;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Money that changes hands at the box office: it is there, or gone, at once. Acts as the system, for whoever sells. */
@Component
class CounterMoney {
    private final Holds holds;
    private final OrderMoves moves;
    private final OrderBooks books;
    private final OrderRefunds refunds;
    private final RefundOutcomes outcomes;
    private final Admissions admissions;
    private final CounterRows rows;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CounterMoney(
            Holds holds,
            OrderMoves moves,
            OrderBooks books,
            OrderRefunds refunds,
            RefundOutcomes outcomes,
            Admissions admissions,
            CounterRows rows,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.holds = holds;
        this.moves = moves;
        this.books = books;
        this.refunds = refunds;
        this.outcomes = outcomes;
        this.admissions = admissions;
        this.rows = rows;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** Makes a pending order paid and issues its tickets. */
    @Transactional(propagation = Propagation.MANDATORY)
    void take(OrderView order, CounterSale sale) {
        PaymentId by = new PaymentId(Ids.next());
        if (!holds.consume(order.hold())) throw new HoldGone(HoldState.EXPIRED);
        if (!moves.pay(order, by)) throw new IllegalMove(order.state(), OrderState.PAID);
        rows.insert(by, order, sale, Acting.current().id());
        ledger.post(Postings.cashReceived(about(order, sale), order.id().value(), order.total()));
        books.paid(order, sale.at());
        admissions.issue(order);
        events.publishEvent(new OrderPaid(order.id(), order.event(), order.organization(), order.total(), sale.at()));
    }

    /** Hands money back over the counter that it came over. */
    @Transactional(propagation = Propagation.MANDATORY)
    RefundId giveBack(OrderView order, CounterSale sale, Money amount, String reason, Map<Integer, Money> parts) {
        RefundId id = RefundId.next();
        CounterSale back = new CounterSale(order.id(), sale.method(), amount, amount, reason, clock.instant());
        if (!moves.approve(order, amount)) throw new OrderRefused.NothingToRefund();
        refunds.insert(order, id, amount, false, reason, parts);
        rows.insert(id, order, back, Acting.current().id());
        ledger.post(Postings.cashReturned(about(order, back), id.value(), amount));
        outcomes.arrived(new RefundSucceeded(id, order.id().value(), order.event(), order.organization(), amount));
        return id;
    }

    private static Posting.About about(OrderView order, CounterSale sale) {
        return new Posting.About(
                order.organization(), order.event(), order.id().value(), Wire.name(sale.method()), sale.at());
    }
}
