package io.marquee.ordering;

import io.marquee.audit.History;
import io.marquee.kernel.NotFound;
import io.marquee.ordering.OrderEvent.OrderPaid;
import io.marquee.ordering.OrderEvent.OrderPlaced;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.ApprovedTypes;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.HoldState;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketsRefused.HoldGone;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the order of a hold, once: the hold's id is unique among orders, so of two at the same time the second waits for the
 * first and answers its order. A free order is paid by being made.
 */
@Component
class Placement {
    private final Holds holds;
    private final Orders orders;
    private final NewOrders newOrders;
    private final Corrections corrections;
    private final Admissions admissions;
    private final History history;
    private final Registrations registrations;
    private final Acting acting;
    private final FreeOrders freeOrders;
    private final ApprovalMoves approvals;
    private final ApprovedTypes approved;
    private final Billing billing;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Placement(
            Holds holds,
            Orders orders,
            NewOrders newOrders,
            Corrections corrections,
            Admissions admissions,
            History history,
            Registrations registrations,
            Acting acting,
            FreeOrders freeOrders,
            ApprovalMoves approvals,
            ApprovedTypes approved,
            Billing billing,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.holds = holds;
        this.orders = orders;
        this.newOrders = newOrders;
        this.corrections = corrections;
        this.admissions = admissions;
        this.history = history;
        this.registrations = registrations;
        this.acting = acting;
        this.freeOrders = freeOrders;
        this.approvals = approvals;
        this.approved = approved;
        this.billing = billing;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    OrderView place(Ordering.Placing placing) {
        requireBearer(placing.hold());
        HoldView hold = holds.byId(placing.hold());
        // what was answered when it was bought is changed elsewhere, and not for ever
        if (hold.state() == HoldState.CONSUMED) return bought(hold);
        int tickets = hold.items().stream().mapToInt(HoldView.Line::quantity).sum();
        BuyerDetails buyer = BuyerDetails.of(placing, tickets);
        BillingDetails details =
                placing.billing() == null ? null : placing.billing().checked();
        registrations.register(hold, buyer.email(), tickets, placing.answers());
        return freeOrders.place(hold, buyer).orElseGet(() -> alone(hold, buyer, details, true));
    }

    private OrderView bought(HoldView hold) {
        return acting.asSystem(hold.organization(), () -> transaction.execute(status -> madeBefore(hold)));
    }

    /** By the system, for one of the team, who says yes by selling. */
    OrderView atCounter(HoldView hold, Ordering.Placing placing) {
        int tickets = hold.items().stream().mapToInt(HoldView.Line::quantity).sum();
        BuyerDetails buyer = BuyerDetails.of(placing, tickets);
        registrations.register(hold, buyer.email(), tickets, placing.answers());
        return alone(hold, buyer, null, false);
    }

    private OrderView alone(HoldView hold, BuyerDetails buyer, @Nullable BillingDetails details, boolean mayAsk) {
        return acting.asSystem(
                hold.organization(),
                () -> transaction.execute(
                        status -> billed(placed(hold, buyer, mayAsk && approved.any(hold)), details)));
    }

    /** Only the hold's own token opens it: to everybody else, signed in or not, there is no such hold. */
    private static void requireBearer(HoldId hold) {
        boolean bearer =
                Acting.current() instanceof Actor.Capability c && c.hold().equals(hold.value());
        if (!bearer && !(Acting.current() instanceof Actor.System)) throw new NotFound("hold");
    }

    private OrderView placed(HoldView hold, BuyerDetails buyer, boolean asks) {
        Instant now = clock.instant();
        boolean open = hold.state() == HoldState.ACTIVE && now.isBefore(hold.expiresAt());
        OrderView order = Drafts.order(hold, buyer, now, asks);
        while (open && !newOrders.insert(order, buyer.coming())) {
            OrderView earlier = orders.byHold(hold.id());
            if (earlier != null) return corrections.apply(earlier, buyer);
            order = Drafts.order(hold, buyer, now, asks);
        }
        return open ? made(hold, order, buyer, asks) : madeBefore(hold);
    }

    private OrderView madeBefore(HoldView hold) {
        OrderView earlier = orders.byHold(hold.id());
        if (earlier == null) {
            throw new HoldGone(hold.state() == HoldState.ACTIVE ? HoldState.EXPIRED : hold.state());
        }
        return earlier;
    }

    private OrderView made(HoldView hold, OrderView order, BuyerDetails buyer, boolean asks) {
        holds.claimFor(hold, order.buyerEmail());
        if (order.bought() && !holds.consume(hold)) throw new HoldGone(HoldState.EXPIRED);
        history.record(OrderMoves.subject(order), null, order.state(), null);
        events.publishEvent(new OrderPlaced(order.id(), order.event(), order.organization(), order.createdAt()));
        if (order.bought()) {
            admissions.issue(order, buyer.coming());
            events.publishEvent(
                    new OrderPaid(order.id(), order.event(), order.organization(), order.total(), order.createdAt()));
        }
        return asks ? approvals.need(order) : order;
    }

    private OrderView billed(OrderView order, @Nullable BillingDetails details) {
        if (details != null && order.state() == OrderState.PENDING) billing.write(order, details);
        return order;
    }
}
