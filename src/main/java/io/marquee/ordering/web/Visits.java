package io.marquee.ordering.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.ordering.OrderReads;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Opens tokens of buyers. */
@Component
class Visits {
    private final Capabilities capabilities;
    private final Holds holds;
    private final OrderReads orders;
    private final EventReads events;
    private final Acting acting;
    private final Clock clock;

    Visits(Capabilities capabilities, Holds holds, OrderReads orders, EventReads events, Acting acting, Clock clock) {
        this.capabilities = capabilities;
        this.holds = holds;
        this.orders = orders;
        this.events = events;
        this.acting = acting;
        this.clock = clock;
    }

    /** @throws io.marquee.kernel.NotFound when the token is none of ours */
    Visit open(String token) {
        Actor.Capability buyer = capabilities.open(token);
        HoldId id = new HoldId(buyer.hold());
        return acting.as(buyer, () -> {
            HoldView hold = holds.byId(id);
            // the buyer of a private event sees what they buy, though not its page
            EventView event = acting.asSystem(hold.organization(), () -> events.byId(hold.event()));
            return new Visit(token, buyer, hold, orders.byHold(id), event, clock.instant());
        });
    }
}
