package io.marquee.ordering;

import io.marquee.ticketing.TicketId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Money back for a ticket that stays as it is: for those above who decide that, acting as the system. */
@Component
public class Repayments {
    private final MoneyBack moneyBack;

    Repayments(MoneyBack moneyBack) {
        this.moneyBack = moneyBack;
    }

    /**
     * What the ticket cost, or what is left of the order if that is less, in the caller's transaction, once for each ticket.
     * Locks the order.
     *
     * @return false where nothing is left of it, since its team has given it back already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean repay(OrderId order, TicketId ticket, String reason) {
        return moneyBack.repay(order, ticket, reason);
    }
}
