package io.marquee.ordering;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import org.springframework.stereotype.Component;

/** Loads an order through what the actor may do with it. */
@Component
class OrderAccess {
    private final Orders orders;
    private final Access access;

    OrderAccess(Orders orders, Access access) {
        this.orders = orders;
        this.access = access;
    }

    /** @throws io.marquee.kernel.Refusal unless the actor is of the event's team and may do this */
    OrderView of(Permission permission, OrderId id) {
        OrderView order = seen(id);
        access.require(permission, order.organization(), order.event());
        return order;
    }

    /** @throws io.marquee.kernel.Refusal unless the actor bought it, or may do this */
    OrderView ofBuyerOr(Permission permission, OrderId id) {
        OrderView order = seen(id);
        if (!isBuyer(order)) access.require(permission, order.organization(), order.event());
        return order;
    }

    /** Whether the actor holds the order's token, or has verified the buyer's address. */
    static boolean isBuyer(OrderView order) {
        return switch (Acting.current()) {
            case Actor.Capability c -> c.hold().equals(order.hold().value());
            case Actor.Person p -> order.buyerEmail().equals(p.verifiedEmail());
            case Actor.Device d -> false;
            case Actor.System s -> false;
            case Actor.Anonymous a -> false;
            case Actor.Nobody n -> false;
        };
    }

    private OrderView seen(OrderId id) {
        OrderView order = orders.byId(id);
        if (order == null) throw new NotFound("order");
        return order;
    }
}
