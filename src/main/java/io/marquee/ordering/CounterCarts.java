package io.marquee.ordering;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.HoldState;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.StakedTypes;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketsRefused.HoldGone;
import io.marquee.ticketing.Wanted;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is held at the counter while its sale is made. The caller has asked who may sell. */
@Component
class CounterCarts {
    private final StakedTypes stakes;
    private final Holds holds;
    private final Acting acting;
    private final Clock clock;

    CounterCarts(StakedTypes stakes, Holds holds, Acting acting, Clock clock) {
        this.stakes = stakes;
        this.holds = holds;
        this.acting = acting;
        this.clock = clock;
    }

    HoldView take(EventView event, Basket cart) {
        refuseStakes(event, cart.items());
        return holds.takeAtCounter(event, cart);
    }

    /**
     * One that can still be sold.
     *
     * @throws NotFound when it is of another event
     * @throws HoldGone when its time is up, or it was given back
     */
    HoldView held(EventView event, HoldId id) {
        HoldView hold = known(event, id);
        if (overdue(hold)) throw new HoldGone(HoldState.EXPIRED);
        if (hold.state() != HoldState.ACTIVE) throw new HoldGone(hold.state());
        refuseStakes(
                event,
                hold.items().stream()
                        .map(line -> new Wanted(line.ticketType(), line.quantity()))
                        .toList());
        return hold;
    }

    private boolean overdue(HoldView hold) {
        return hold.state() == HoldState.ACTIVE && !clock.instant().isBefore(hold.expiresAt());
    }

    HoldView known(EventView event, HoldId id) {
        HoldView hold = acting.asSystem(event.organization(), () -> holds.byId(id));
        if (!hold.event().equals(event.id())) throw new NotFound("hold");
        return hold;
    }

    /** What nobody ordered goes back once its time is up. @return whether nothing was sold of it, nor will be */
    boolean endsUnsold(EventView event, HoldId id) {
        if (overdue(known(event, id))) release(event, id);
        HoldState state = known(event, id).state();
        return state == HoldState.RELEASED || state == HoldState.EXPIRED;
    }

    void release(EventView event, HoldId id) {
        acting.asSystem(event.organization(), () -> holds.releaseUnordered(id));
    }

    Set<TicketTypeId> notSoldHere(EventView event, List<TicketTypeId> types) {
        return acting.asSystem(event.organization(), () -> stakes.among(types));
    }

    private void refuseStakes(EventView event, List<Wanted> items) {
        List<TicketTypeId> types = items.stream().map(Wanted::ticketType).toList();
        Set<TicketTypeId> refused = notSoldHere(event, types);
        InvalidInput.Gatherer broken = InvalidInput.gather();
        for (int i = 0; i < types.size(); i++) {
            broken.check(!refused.contains(types.get(i)), "items[" + i + "].ticketType", "stake_at_counter");
        }
        broken.orThrow();
    }
}
