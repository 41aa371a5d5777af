package io.marquee.ordering;

import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.ordering.OrderEvent.OrderRefunded;
import io.marquee.payment.PaymentEvent.PaymentSucceeded;
import io.marquee.payment.Payments;
import io.marquee.payment.RefundView;
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
    private final Orders orders;
    private final OrderMoves moves;
    private final OrderRefunds refunds;
    private final RefundParts parts;
    private final TicketReads ticketReads;
    private final Tickets tickets;
    private final Payments payments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MoneyBack(
            Orders orders,
            OrderMoves moves,
            OrderRefunds refunds,
            RefundParts parts,
            TicketReads ticketReads,
            Tickets tickets,
            Payments payments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.moves = moves;
        this.refunds = refunds;
        this.parts = parts;
        this.ticketReads = ticketReads;
        this.tickets = tickets;
        this.payments = payments;
        this.events = events;
        this.clock = clock;
    }

    /** @param chosen null for all that is left, in tickets and in money */
    @Transactional(propagation = Propagation.MANDATORY)
    OrderView refund(OrderView order, String reason, @Nullable List<TicketId> chosen) {
        if (!order.bought()) throw new OrderRefused.WrongState(order.state());
        List<TicketView> all = ticketReads.ofOrder(order.id().value());
        List<TicketView> ending =
                chosen == null ? all.stream().filter(MoneyBack::endable).toList() : chosen(all, chosen);
        Money amount = chosen == null
                ? order.left()
                : ending.stream()
                        .map(TicketView::price)
                        .reduce(Money.zero(order.total().currency()), Money::plus);
        if (ending.isEmpty() && amount.isZero()) throw new OrderRefused.NothingToRefund();
        if (amount.isPositive()) {
            returnMoney(order, amount, reason, parts.of(order, ending, amount));
        } else if (order.total().isZero() && endableLeft(all, ending) == 0) {
            takeBack(order, reason);
        }
        // last: what returns to the stock locks it
        end(ending, reason);
        return Objects.requireNonNull(orders.byId(order.id()));
    }

    /** What a ticket cost that somebody in line buys: the ticket itself ends with that purchase. */
    void returnResold(TicketResold resold) {
        OrderView order = Objects.requireNonNull(orders.byId(new OrderId(resold.order())), "a ticket without order");
        if (resold.price().isPositive()) {
            List<TicketView> ticket = ticketReads.ofOrder(resold.order()).stream()
                    .filter(t -> t.id().equals(resold.ticket()))
                    .toList();
            returnMoney(order, resold.price(), "resold", parts.of(order, ticket, resold.price()));
        } else if (order.total().isZero()) {
            List<TicketView> all = ticketReads.ofOrder(order.id().value());
            boolean last = all.stream().filter(MoneyBack::endable).allMatch(t -> t.id().equals(resold.ticket()));
            if (last) takeBack(order, "resold");
        }
    }

    /** Sends a whole payment back that bought nothing. The order is left as it is. */
    void returnSurplus(OrderView order, PaymentSucceeded payment, String reason) {
        RefundView refund =
                payments.refund(payment.payment(), payment.amount(), reason, "surplus-" + payment.payment());
        refunds.insert(order, refund.id(), payment.amount(), true, reason, Map.of());
    }

    private void returnMoney(OrderView order, Money amount, String reason, Map<Integer, Money> parts) {
        RefundView refund =
                payments.refund(Objects.requireNonNull(order.paidBy()), amount, reason, "refund-" + Ids.next());
        if (!moves.approve(order, amount)) throw new OrderRefused.NothingToRefund();
        refunds.insert(order, refund.id(), amount, false, reason, parts);
    }

    private void takeBack(OrderView order, String reason) {
        moves.refunded(order, order.total(), reason);
        events.publishEvent(new OrderRefunded(
                order.id(), order.event(), order.organization(), order.total(), false, clock.instant()));
    }

    private void end(List<TicketView> ending, String reason) {
        for (TicketState to : List.of(TicketState.REFUNDED, TicketState.CANCELLED)) {
            List<TicketId> ids = ending.stream()
                    .filter(t -> (to == TicketState.REFUNDED) == t.price().isPositive())
                    .map(TicketView::id)
                    .toList();
            if (!ids.isEmpty()) tickets.end(ids, to, true, reason);
        }
    }

    private static List<TicketView> chosen(List<TicketView> all, List<TicketId> chosen) {
        List<TicketView> found =
                all.stream().filter(t -> chosen.contains(t.id()) && endable(t)).toList();
        if (found.size() != chosen.stream().distinct().count()) throw new OrderRefused.NothingToRefund();
        return found;
    }

    private static long endableLeft(List<TicketView> all, List<TicketView> ending) {
        return all.stream().filter(t -> endable(t) && !ending.contains(t)).count();
    }

    private static boolean endable(TicketView ticket) {
        return TicketState.MOVES.allows(
                ticket.state(), ticket.price().isPositive() ? TicketState.REFUNDED : TicketState.CANCELLED);
    }
}
