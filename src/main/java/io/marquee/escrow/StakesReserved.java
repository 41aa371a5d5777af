package io.marquee.escrow;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Reserving;
import io.marquee.ticketing.ApprovedTypes;
import io.marquee.ticketing.StakedTypes;
import io.marquee.ticketing.TicketTypeId;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which stakes are not taken at first: those of orders of stakes alone. A card is kept for them where the team wants that; else they are
 * reserved, where they are settled before banks let go of them.
 */
@Component
class StakesReserved implements Reserving {
    /** Cards let go of what is reserved after seven days. A day before that it is sure. */
    static final Duration SURE = Duration.ofDays(6);

    private final EventReads events;
    private final StakedTypes types;
    private final ApprovedTypes approved;
    private final Settlements settlements;
    private final Clock clock;

    StakesReserved(EventReads events, StakedTypes types, ApprovedTypes approved, Settlements settlements, Clock clock) {
        this.events = events;
        this.types = types;
        this.approved = approved;
        this.settlements = settlements;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean reserves(OrderView order) {
        return order.total().isPositive() && reserves(events.byId(order.event()), bought(order));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean keeps(OrderView order) {
        return order.total().isPositive() && keeps(events.byId(order.event()), bought(order));
    }

    private static List<TicketTypeId> bought(OrderView order) {
        return order.lines().stream().map(OrderView.Line::ticketType).toList();
    }

    /** @param bought the types of everything in the cart */
    @Transactional(readOnly = true)
    public boolean reserves(EventView event, Collection<TicketTypeId> bought) {
        // what is reserved while the team is asked is taken once it has said yes: banks would not keep it for longer
        return soon(event) && approved.among(bought).isEmpty() && onlyStakes(bought);
    }

    /** @param bought likewise */
    @Transactional(readOnly = true)
    public boolean keeps(EventView event, Collection<TicketTypeId> bought) {
        return settlements.terms(event.id()).keepCard() && onlyStakes(bought);
    }

    private boolean onlyStakes(Collection<TicketTypeId> bought) {
        Set<TicketTypeId> all = new HashSet<>(bought);
        return types.among(all).equals(all);
    }

    private boolean soon(EventView event) {
        Duration delay = settlements.terms(event.id()).delay();
        return !event.dateUnknown()
                && !event.endsAt().plus(delay).isAfter(clock.instant().plus(SURE));
    }
}
