package io.marquee.ordering;

import io.marquee.event.EventView;
import io.marquee.kernel.Money;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import io.marquee.ticketing.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What modules above know of tickets whose price goes back to whoever comes. For whoever may see the order. */
public interface StakedTickets {

    /** By ticket; empty where none is staked. */
    Map<TicketId, Stake> of(OrderId order);

    /** In sentences for people. @param only this ticket; null for all of the order, together */
    List<Told> told(EventView event, OrderId order, @Nullable TicketId only, Text text);

    /**
     * @param mode {@code charged}: paid, and given back; {@code reserved}: only set aside on the card
     * @param state held, returning, returned, forfeited, forgiven, failed or lapsed
     * @param backAt when it goes back, or went back; null where it does not, or nobody has come so far
     * @param lostAt when it is lost if nobody comes, or was lost; null where neither can be any more
     */
    record Stake(
            Money amount,
            String mode,
            String state,
            @Nullable Instant backAt,
            @Nullable Instant lostAt) {}

    record Told(Tone tone, String words) {}
}
