package io.marquee.ticketing;

import io.marquee.event.EventView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps tickets for a buyer: all of a cart or nothing, never more than there are. The commands act as the system for the
 * event's organization, on behalf of whoever calls.
 */
@Component
public class Holds {

    /**
     * @param event as its public page shows it
     * @param unlockKey of a hidden type, if one is wanted
     * @throws TicketsRefused when something of it can't be had; the reason tells how many are left
     * @throws io.marquee.kernel.InvalidInput on an empty cart, unknown types, mixed currencies or too many at once
     */
    public HoldView take(EventView event, List<Wanted> wanted, @Nullable String unlockKey) {
        throw new UnsupportedOperationException();
    }

    /** @throws io.marquee.kernel.NotFound unless the actor may see it: its token's bearer, or the event's team */
    public HoldView byId(HoldId id) {
        throw new UnsupportedOperationException();
    }

    /** Gives the tickets back; a hold that is no longer active is left as it is. */
    public HoldView release(HoldId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Counts the buyer's limits for this hold, exactly, before an order is made of it; calling it again changes nothing.
     *
     * @throws TicketsRefused when the buyer would have more of a type than one person may
     */
    public void claimFor(HoldId id, String buyerEmail) {
        throw new UnsupportedOperationException();
    }

    /**
     * Turns what is held into sold, in the caller's transaction. A hold that has expired takes its stock anew if there is
     * any: a late payment gets its tickets.
     *
     * @return false when the hold was no longer active and the stock is gone; nothing is changed then
     */
    public boolean consume(HoldId id) {
        throw new UnsupportedOperationException();
    }
}
