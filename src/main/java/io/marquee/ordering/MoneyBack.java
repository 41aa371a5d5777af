package io.marquee.ordering;

import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.ordering.OrderEvent.OrderRefunded;
import io.marquee.ordering.OrderEvent.TicketsEnded;
import io.marquee.ordering.OrderEvent.TicketsEnded.Why;
import io.marquee.payment.PaymentEvent.RefundFound;
import io.marquee.payment.PaymentId;
import io.marquee.payment.Payments;
import io.marquee.payment.RefundId;
import io.marquee.payment.RefundState;
import io.marquee.payment.RefundView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.TicketingEvent.TicketResold;
import io.marquee.ticketing.Tickets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives money back. The tickets end and their stock returns at once, the amount is set aside; the order is refunded when
 * the provider says that the money has arrived. All of it acts as the system, after the caller was asked what they may.
 */
@Component
class MoneyBack {
    private static final String FOUND = "made_at_provider";

    private final Orders orders;
    private final OrderMoves moves;
    private final OrderRefunds refunds;
    private final RefundParts parts;
    private final RefundRequestRows requests;
    private final TicketReads ticketReads;
    private final Tickets tickets;
    private final Payments payments;
    private final CounterReturns counter;
    private final CounterRows counterRows;
    private final ReservedMoney reserved;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MoneyBack(
            Orders orders,
            OrderMoves moves,
            OrderRefunds refunds,
            RefundParts parts,
            RefundRequestRows requests,
            TicketReads ticketReads,
            Tickets tickets,
            Payments payments,
            CounterReturns counter,
            CounterRows counterRows,
            ReservedMoney reserved,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.moves = moves;
        this.refunds = refunds;
        this.parts = parts;
        this.requests = requests;
        this.ticketReads = ticketReads;
        this.tickets = tickets;
        this.payments = payments;
        this.counter = counter;
        this.counterRows = counterRows;
        this.reserved = reserved;
        this.events = events;
        this.clock = clock;
    }

    /** With nobody there to hand out what was paid in cash. @param chosen null for all that is left, in tickets and in money */
    @Transactional(propagation = Propagation.MANDATORY)
    OrderView refund(OrderView order, String reason, @Nullable List<TicketId> chosen) {
        return giveBack(order, reason, RefundScope.of(chosen).later());
    }

    /** What the buyer asked for meanwhile is answered by it. */
    @Transactional(propagation = Propagation.MANDATORY)
    OrderView giveBack(OrderView known, String reason, RefundScope scope) {
        OrderView order = locked(known);
        if (scope.key() != null && refunds.asked(order, scope.key())) return now(order);
        RefundPlan plan = plan(order, scope);
        requests.approveOpen(order, Acting.current().id());
        if (plan.amount().isPositive()) {
            RefundId refund = returnMoney(
                    order, plan.amount(), reason, parts.of(order, plan.ending(), plan.amount()), scope.handedOut());
            if (scope.key() != null) refunds.remember(refund, scope.key());
        } else {
            if (scope.key() != null) refunds.rememberFree(order, scope.key());
            if (plan.takesBack(order)) takeBack(order, reason);
        }
        // last: what returns to the stock locks it
        end(order, plan, reason);
        return now(order);
    }

    RefundPlan plan(OrderView order, RefundScope scope) {
        return RefundPlan.of(order, ticketReads.ofOrder(order.id().value()), scope, refunds.repaid(order.id()));
    }

    /** Whether any of its money was sent back for this reason, and may have arrived. */
    boolean gaveBack(OrderView order, String reason) {
        return refunds.ofOrder(order.id()).stream()
                .anyMatch(back -> back.reason().equals(reason) && back.state() != RefundState.FAILED);
    }

    /** Those of these tickets that can still end. */
    List<TicketId> endable(OrderId order, List<TicketId> among) {
        return ticketReads.ofOrder(order.value()).stream()
                .filter(ticket -> among.contains(ticket.id()) && RefundPlan.endable(ticket))
                .map(TicketView::id)
                .toList();
    }

    /** What a ticket cost that somebody in line buys: the ticket itself ends with that purchase. */
    void returnResold(TicketResold resold) {
        OrderView order = Objects.requireNonNull(orders.byId(new OrderId(resold.order())), "a ticket without order");
        tell(order, List.of(resold.ticket()), Why.RESOLD, "resold");
        if (resold.price().isPositive()) {
            List<TicketView> ticket = ticketReads.ofOrder(resold.order()).stream()
                    .filter(t -> t.id().equals(resold.ticket()))
                    .toList();
            returnMoney(order, resold.price(), "resold", parts.of(order, ticket, resold.price()), false);
        } else if (order.total().isZero()) {
            List<TicketView> all = ticketReads.ofOrder(order.id().value());
            boolean last = all.stream().filter(RefundPlan::endable).allMatch(t -> t.id().equals(resold.ticket()));
            if (last) takeBack(order, "resold");
        }
    }

    /**
     * Follows a refund that was made without us. Where nothing is left of the order its tickets end and their stock returns;
     * where something is left nobody knows for which of them it was, so all of them stay.
     */
    void follow(RefundFound found) {
        OrderView order = orders.byId(new OrderId(found.order()));
        if (order == null) return;
        if (!found.payment().equals(order.paidBy())) {
            refunds.insert(order, found.refund(), found.amount(), true, FOUND, Map.of());
            return;
        }
        boolean all = order.left().equals(found.amount());
        RefundPlan plan = all ? plan(order, RefundScope.of(null)) : null;
        List<TicketView> ending = plan == null ? List.of() : plan.ending();
        if (!moves.approve(order, found.amount())) throw new OrderRefused.NothingToRefund();
        refunds.insert(order, found.refund(), found.amount(), false, FOUND, parts.of(order, ending, found.amount()));
        if (plan != null) {
            requests.approveOpen(order, null);
            end(order, plan, FOUND);
        }
    }

    /**
     * What a ticket cost, or what is left of the order if that is less, though the ticket stays. Once for each ticket,
     * unless the bank refused it.
     *
     * @return false where it went back with its ticket already, or nothing is left of the order
     */
    boolean repay(OrderId id, TicketId which, String reason) {
        OrderView known = Objects.requireNonNull(orders.byId(id), "a ticket without order");
        OrderView order = locked(known);
        String key = OrderRefunds.keyOf(which);
        if (refunds.asked(order, key) && !refunds.forgetFailed(order, key)) return true;
        List<TicketView> ticket = ticketReads.ofOrder(id.value()).stream()
                .filter(t -> t.id().equals(which))
                .toList();
        Money price = ticket.getFirst().price();
        if (ticket.getFirst().state() == TicketState.REFUNDED) return false;
        if (order.left().isZero()) return false;
        Money amount = order.left().compareTo(price) < 0 ? order.left() : price;
        refunds.remember(returnMoney(order, amount, reason, parts.of(order, ticket, amount), false), key);
        return true;
    }

    /** Sends money back that bought nothing. The order is left as it is. */
    void returnSurplus(OrderView order, PaymentId payment, Money amount, String reason) {
        RefundView refund = payments.refund(payment, amount, reason, "surplus-" + payment);
        refunds.insert(order, refund.id(), amount, true, reason, Map.of());
    }

    /** @param handedOut whether the actor hands out what was paid at the counter; else it waits there for its buyer */
    private RefundId returnMoney(
            OrderView order, Money amount, String reason, Map<Integer, Money> parts, boolean handedOut) {
        CounterSale sale = counterRows.ofOrder(order.id());
        if (sale != null) return counter.giveBack(order, sale, amount, reason, parts, handedOut);
        if (order.unpaid()) return reserved.letGo(order, amount, reason, parts);
        RefundView refund =
                payments.refund(Objects.requireNonNull(order.paidBy()), amount, reason, "refund-" + Ids.next());
        if (!moves.approve(order, amount)) throw new OrderRefused.NothingToRefund();
        refunds.insert(order, refund.id(), amount, false, reason, parts);
        return refund.id();
    }

    private void takeBack(OrderView order, String reason) {
        moves.refunded(order, order.total(), reason);
        events.publishEvent(new OrderRefunded(
                order.id(), order.event(), order.organization(), order.total(), false, clock.instant()));
    }

    private void end(OrderView order, RefundPlan plan, String reason) {
        List<TicketId> ending = plan.ending().stream().map(TicketView::id).toList();
        if (!ending.isEmpty()) tell(order, ending, order.unpaid() ? Why.NOT_CHARGED : Why.REFUNDED, reason);
        for (TicketState to : List.of(TicketState.REFUNDED, TicketState.CANCELLED)) {
            List<TicketId> ids = plan.ending().stream()
                    .filter(t -> (to == TicketState.REFUNDED) == t.price().isPositive())
                    .map(TicketView::id)
                    .toList();
            if (!ids.isEmpty()) tickets.end(ids, to, plan.returnStock(), reason);
        }
    }

    private void tell(OrderView order, List<TicketId> ended, Why why, String reason) {
        events.publishEvent(
                new TicketsEnded(order.id(), order.event(), order.organization(), ended, why, reason, clock.instant()));
    }

    /** As it is now, and as it stays until this is decided: of two refunds at once the second sees what the first gave back. */
    OrderView locked(OrderView order) {
        if (order.paidBy() != null) payments.lock(order.paidBy());
        refunds.lock(order.id());
        return now(order);
    }

    private OrderView now(OrderView order) {
        return Objects.requireNonNull(orders.byId(order.id()));
    }
}
