package io.marquee.ordering.web;

import io.marquee.event.EventView;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.HoldState;
import io.marquee.ticketing.HoldView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a buyer's token opens at this moment. */
record Visit(
        String token,
        Actor.Capability buyer,
        HoldView hold,
        @Nullable OrderView order,
        EventView event,
        Instant now) {

    boolean bought() {
        return order != null && order.bought();
    }

    /** Whether the buyer has done what is theirs: it is bought, or the team is asked. */
    boolean done() {
        return order != null && (order.bought() || order.waits());
    }

    /** Whether the tickets are kept for the buyer, and may still be bought. */
    boolean open() {
        return hold.state() == HoldState.ACTIVE
                && now.isBefore(hold.expiresAt())
                && (order == null || order.payable(now));
    }

    long holdSeconds() {
        return Math.max(1, hold.expiresAt().getEpochSecond() - hold.createdAt().getEpochSecond());
    }

    String path() {
        return "/checkout/" + token;
    }

    String orderPath() {
        return "/orders/" + token;
    }

    String eventPath() {
        return "/events/" + event.slug();
    }
}
