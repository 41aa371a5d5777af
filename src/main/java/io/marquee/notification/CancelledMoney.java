package io.marquee.notification;

import io.marquee.event.EventView;
import io.marquee.ordering.OrderEvent.TicketsEnded;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What becomes of the money of orders whose event is cancelled, for the letters that tell of it. */
@Component
class CancelledMoney {
    private final OrderReads orders;
    private final TicketReads tickets;

    CancelledMoney(OrderReads orders, TicketReads tickets) {
        this.orders = orders;
        this.tickets = tickets;
    }

    /** The word of it, as in the letter; null where none goes back: it was free, was never taken, or was given back before. */
    @Nullable
    String word(OrderView order, TicketsEnded ended) {
        if (ended.why() == TicketsEnded.Why.NOT_CHARGED || !goesBack(order)) return null;
        else return orders.atCounter(order) == null ? "money" : "box_office";
    }

    /** Whether an order of theirs tells them of their money when it is taken back, or has: no other letter is needed then. */
    boolean tells(EventView event, String email) {
        // in this order: what is taken back between the two looks is seen by the second
        return orders.ofBuyer(event.id(), email).stream().anyMatch(order -> willGoBack(order) || goesBack(order));
    }

    private boolean goesBack(OrderView order) {
        return !order.unpaid()
                && orders.returns(order).stream().anyMatch(back -> TicketsEnded.isWithItsEvent(back.reason()));
    }

    /** Without a ticket that ends nobody is told. */
    private boolean willGoBack(OrderView order) {
        return !order.unpaid()
                && order.left().isPositive()
                && tickets.ofOrder(order.id().value()).stream().anyMatch(TicketView::open);
    }
}
