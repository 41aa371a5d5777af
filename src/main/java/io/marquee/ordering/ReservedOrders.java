package io.marquee.ordering;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Orders whose money is only reserved: for those above who know when it is decided, acting as the system. */
@Component
public class ReservedOrders {
    private final Orders orders;
    private final ReservedMoney money;

    ReservedOrders(Orders orders, ReservedMoney money) {
        this.orders = orders;
        this.money = money;
    }

    /**
     * Takes what is left of what was reserved, or lets go of it where nothing is left, in the caller's transaction; a job tells
     * the provider, and {@link OrderEvent.ReservationEnded} follows. Locks the order.
     *
     * @return what was decided, now or before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ReservationState settle(OrderId order) {
        return money.settle(Objects.requireNonNull(orders.byId(order), "a stake without order"));
    }
}
