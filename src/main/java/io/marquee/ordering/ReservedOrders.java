package io.marquee.ordering;

import io.marquee.payment.PaymentId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

    /** How its reservation stands; null where it was charged. */
    public @Nullable ReservationState of(OrderId order) {
        return known(order).reservation();
    }

    /**
     * Takes what is left of what was reserved, or lets go of it where nothing is left, in the caller's transaction; a job tells
     * the provider, and {@link OrderEvent.ReservationEnded} follows. Of a method that is kept it is only owed: {@link #charge}. Locks the order.
     *
     * @return what was decided, now or before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ReservationState settle(OrderId order) {
        return money.settle(known(order));
    }

    /**
     * Has the kept method charged for what is owed, by a payment that a job starts. Locks the order.
     *
     * @return the payment; null where nothing is owed any more, or another payment of the order is under way
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable PaymentId charge(OrderId order) {
        return money.charge(known(order));
    }

    private OrderView known(OrderId order) {
        return Objects.requireNonNull(orders.byId(order), "a stake without order");
    }
}
