package io.marquee.ordering;

import io.marquee.kernel.Ids;
import io.marquee.kernel.IllegalMove;
import io.marquee.ledger.Ledger;
import io.marquee.ledger.Postings;
import io.marquee.ordering.OrderEvent.OrderPaid;
import io.marquee.payment.PaymentId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.HoldState;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketsRefused.HoldGone;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Money that is paid at the box office: it is there at once. Acts as the system, for whoever sells. */
@Component
class CounterMoney {
    private final Holds holds;
    private final OrderMoves moves;
    private final OrderBooks books;
    private final Admissions admissions;
    private final CounterRows rows;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    CounterMoney(
            Holds holds,
            OrderMoves moves,
            OrderBooks books,
            Admissions admissions,
            CounterRows rows,
            Ledger ledger,
            ApplicationEventPublisher events) {
        this.holds = holds;
        this.moves = moves;
        this.books = books;
        this.admissions = admissions;
        this.rows = rows;
        this.ledger = ledger;
        this.events = events;
    }

    /** Makes a pending order paid and issues its tickets. */
    @Transactional(propagation = Propagation.MANDATORY)
    void take(OrderView order, CounterSale sale) {
        PaymentId by = new PaymentId(Ids.next());
        if (!holds.consume(order.hold())) throw new HoldGone(HoldState.EXPIRED);
        if (!moves.pay(order, by)) throw new IllegalMove(order.state(), OrderState.PAID);
        rows.insert(by, order, sale, Acting.current().id());
        ledger.post(Postings.cashReceived(
                CounterReturns.about(order, sale), order.id().value(), order.total()));
        books.paid(order, sale.at());
        admissions.issue(order);
        events.publishEvent(new OrderPaid(order.id(), order.event(), order.organization(), order.total(), sale.at()));
    }
}
