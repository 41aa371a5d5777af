package io.marquee.ordering;

import io.marquee.kernel.Money;
import io.marquee.ticketing.TicketId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an order goes back.
 *
 * @param tickets those that end; null for all that are left, empty for none
 * @param amount what the buyer gets; null for what the tickets cost, and all that is left where all of them end
 * @param returnStock whether the places go back on sale, those in line first; else they stay taken
 * @param key of the form that asks, so that sending it twice gives back once; null where the tickets see to that
 * @param handedOut whether whoever gives it back hands out at once what was paid at the counter
 */
public record RefundScope(
        @Nullable List<TicketId> tickets,
        @Nullable Money amount,
        boolean returnStock,
        @Nullable String key,
        boolean handedOut) {

    public RefundScope(
            @Nullable List<TicketId> tickets, @Nullable Money amount, boolean returnStock, @Nullable String key) {
        this(tickets, amount, returnStock, key, true);
    }

    /** The same, but that what was paid at the counter waits there until its buyer comes for it. */
    public RefundScope later() {
        return new RefundScope(tickets, amount, returnStock, key, false);
    }

    /** All that is left, in tickets and in money. */
    public static final RefundScope ALL = new RefundScope(null, null, true, null);

    /** @param tickets null for all that is left */
    public static RefundScope of(@Nullable List<TicketId> tickets) {
        return new RefundScope(tickets, null, true, null);
    }
}
