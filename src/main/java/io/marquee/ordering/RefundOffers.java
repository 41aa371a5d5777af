package io.marquee.ordering;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.RefundOffer;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.payment.DisputeState;
import io.marquee.payment.Payments;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A postponed event may offer its money back: until the day that was said then, whoever bought before takes it by themselves, in
 * full, without being asked why. Afterwards they ask the team, as for any other event. What was passed on is its holder's to keep.
 */
@Component
public class RefundOffers {
    static final String REASON = "event_postponed";

    private final Orders orders;
    private final EventReads events;
    private final TicketReads tickets;
    private final MoneyBack moneyBack;
    private final Payments payments;
    private final Acting acting;
    private final Clock clock;

    RefundOffers(
            Orders orders,
            EventReads events,
            TicketReads tickets,
            MoneyBack moneyBack,
            Payments payments,
            Acting acting,
            Clock clock) {
        this.orders = orders;
        this.events = events;
        this.tickets = tickets;
        this.moneyBack = moneyBack;
        this.payments = payments;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * What a buyer can take back now.
     *
     * @param tickets that can go back, all of them or some
     * @param amount for all of them
     */
    public record Offered(LocalDate until, List<TicketView> tickets, Money amount) {}

    /** For whoever may see the order. @return null where nothing is offered, or nothing is left of it */
    @Transactional(readOnly = true)
    public @Nullable Offered to(OrderView order) {
        return acting.asSystem(order.organization(), () -> {
            RefundOffer offer = offer(order);
            if (offer == null) return null;
            List<TicketView> theirs = returnable(all(order));
            if (theirs.isEmpty()) return null;
            RefundPlan plan = moneyBack.plan(order, scope(order, theirs, null));
            return plan.amount().isPositive() ? new Offered(offer.until(), theirs, plan.amount()) : null;
        });
    }

    /**
     * By the buyer, with their token or signed in. The money is on its way afterwards, and the tickets have ended. Asked again for the
     * same tickets, it gives back nothing more.
     *
     * @param chosen null for all that can go back
     * @param key as {@linkplain RefundScope#key there}
     * @throws InvalidInput at {@code ticket} where one of them is not theirs to give back
     * @throws OrderRefused.NothingToRefund where nothing is offered, any more or at all
     */
    @Transactional
    public OrderView take(OrderId id, @Nullable List<TicketId> chosen, @Nullable String key) {
        OrderView known = orders.byId(id);
        if (known == null || !OrderAccess.isBuyer(known)) throw new NotFound("order");
        return acting.asSystem(known.organization(), () -> {
            OrderView order = moneyBack.locked(known);
            List<TicketView> all = all(order);
            List<TicketView> wanted = all.stream()
                    .filter(ticket -> chosen == null || chosen.contains(ticket.id()))
                    .toList();
            if (wentBack(order, wanted)) return order;
            if (offer(order) == null) throw new OrderRefused.NothingToRefund();
            List<TicketView> ending = returnable(wanted);
            boolean every = chosen == null
                    || ending.size() == chosen.stream().distinct().count();
            InvalidInput.gather()
                    .check(chosen == null || !chosen.isEmpty(), "ticket", "no_ticket_chosen")
                    .check(every, "ticket", "ticket_not_returnable")
                    .orThrow();
            if (ending.isEmpty()) throw new OrderRefused.NothingToRefund();
            return moneyBack.giveBack(order, REASON, scope(order, ending, key));
        });
    }

    /** Whether it can be offered for this order: not while a bank decides about its money, or has. */
    private @Nullable RefundOffer offer(OrderView order) {
        EventView event = events.byId(order.event());
        boolean open = order.paidAt() != null
                && event.takesBack(order.paidAt(), clock.instant())
                && order.left().isPositive()
                && payments.disputesOfOrder(order.id().value()).stream()
                        .allMatch(dispute -> dispute.state() == DisputeState.WON);
        return open ? event.refundOffer() : null;
    }

    private List<TicketView> all(OrderView order) {
        return tickets.ofOrder(order.id().value());
    }

    private static List<TicketView> returnable(List<TicketView> among) {
        return among.stream()
                .filter(ticket -> ticket.open() && !ticket.passedOn() && RefundPlan.endable(ticket))
                .toList();
    }

    /** Whether a form that was sent twice asks for what it has. */
    private boolean wentBack(OrderView order, List<TicketView> wanted) {
        return !wanted.isEmpty() && wanted.stream().noneMatch(TicketView::open) && moneyBack.gaveBack(order, REASON);
    }

    /** All that is left where no ticket stays. Nobody is there to hand out what was paid at the counter. */
    private RefundScope scope(OrderView order, List<TicketView> ending, @Nullable String key) {
        List<TicketId> ids = ending.stream().map(TicketView::id).toList();
        boolean everything = all(order).stream()
                .filter(RefundPlan::endable)
                .map(TicketView::id)
                .allMatch(ids::contains);
        return new RefundScope(everything ? null : ids, null, true, key).later();
    }
}
