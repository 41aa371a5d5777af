package io.marquee.ordering;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.util.List;
import java.util.Set;

/**
 * What a refund would do, before it does.
 *
 * @param amount that the buyer gets; zero where nothing was paid
 * @param ending the tickets that end
 * @param staying how many tickets still bring somebody in afterwards
 * @param keeps what stays with the organizer
 */
public record RefundPlan(Money amount, List<TicketView> ending, int staying, Money keeps, boolean returnStock) {

    /**
     * @param tickets all that the order has
     * @param repaid those whose money went back while they stayed
     * @throws OrderRefused when there is nothing to give back
     * @throws InvalidInput at {@code amount} when it is more than there is, or all of it while tickets stay
     */
    static RefundPlan of(OrderView order, List<TicketView> tickets, RefundScope scope, Set<TicketId> repaid) {
        if (!order.bought()) throw new OrderRefused.WrongState(order.state());
        List<TicketView> endable = tickets.stream().filter(RefundPlan::endable).toList();
        List<TicketView> ending = scope.tickets() == null ? endable : chosen(endable, scope.tickets());
        int staying = endable.size() - ending.size();
        Money amount = scope.amount() == null
                ? scope.tickets() == null
                        ? all(order, tickets, repaid)
                        : atMostLeft(order, worth(order, ending, repaid))
                : checked(order, scope.amount(), staying);
        if (ending.isEmpty() && amount.isZero()) throw new OrderRefused.NothingToRefund();
        return new RefundPlan(amount, ending, staying, keeps(order, amount), scope.returnStock());
    }

    /** Whether a free order is taken back as a whole by it. */
    boolean takesBack(OrderView order) {
        return order.total().isZero() && staying == 0;
    }

    /** Whether it can still be taken back. */
    public static boolean endable(TicketView ticket) {
        return TicketState.MOVES.allows(
                ticket.state(), ticket.price().isPositive() ? TicketState.REFUNDED : TicketState.CANCELLED);
    }

    private static List<TicketView> chosen(List<TicketView> endable, List<TicketId> chosen) {
        List<TicketView> found =
                endable.stream().filter(t -> chosen.contains(t.id())).toList();
        if (found.size() != chosen.stream().distinct().count()) throw new OrderRefused.NothingToRefund();
        return found;
    }

    /** What the team kept for a ticket is not among it, nor a stake that was lost: who forgives it gives it back. */
    private static Money all(OrderView order, List<TicketView> tickets, Set<TicketId> repaid) {
        List<TicketView> kept = tickets.stream()
                .filter(t -> t.state() == TicketState.FORFEITED || t.state() == TicketState.CANCELLED)
                .toList();
        return keeps(order, worth(order, kept, repaid));
    }

    private static Money worth(OrderView order, List<TicketView> tickets, Set<TicketId> repaid) {
        return tickets.stream()
                .filter(t -> !repaid.contains(t.id()))
                .map(TicketView::price)
                .reduce(Money.zero(order.total().currency()), Money::plus);
    }

    /** The team may have given some of it back already, as an amount. */
    private static Money atMostLeft(OrderView order, Money worth) {
        Money left = order.left();
        return left.isPositive() && left.compareTo(worth) < 0 ? left : worth;
    }

    private static Money checked(OrderView order, Money amount, int staying) {
        long left = order.left().amount();
        if (order.left().isZero()) throw new OrderRefused.NothingToRefund();
        InvalidInput.gather()
                .check(amount.currency().equals(order.total().currency()), "amount", "value")
                .check(amount.isPositive(), "amount", "required")
                .check(
                        amount.amount() <= left,
                        "amount",
                        "more_than_left",
                        order.left().toString())
                .check(amount.amount() < left || staying == 0, "amount", "all_with_tickets_only")
                .orThrow();
        return amount;
    }

    private static Money keeps(OrderView order, Money amount) {
        long keeps = order.left().amount() - amount.amount();
        return new Money(Math.max(0, keeps), amount.currency());
    }
}
