package io.marquee.ordering;

import io.marquee.kernel.EventId;
import io.marquee.platform.tenancy.Actor;
import io.marquee.programme.Attendance;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Events for which the person who acts has bought. */
@Component
class BoughtEvents implements Attendance {
    private static final int LATEST = 100;
    private static final Set<OrderState> GOOD = EnumSet.of(OrderState.PAID, OrderState.PARTIALLY_REFUNDED);

    private final Purchases purchases;
    private final TicketLinks links;

    BoughtEvents(Purchases purchases, TicketLinks links) {
        this.purchases = purchases;
        this.links = links;
    }

    @Override
    public boolean leadsTo(EventId event, Actor.Capability link) {
        TicketLinks.Bearer bearer = links.of(link);
        return bearer != null && bearer.comes() && bearer.event().equals(event);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<EventId> mine() {
        return purchases.mine(null, null, LATEST).items().stream()
                .filter(order -> GOOD.contains(order.state()))
                .map(OrderView::event)
                .collect(Collectors.toSet());
    }
}
