package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A kind of admission, with its stock as it stands. Expired holds that no job came by for yet are counted as held.
 *
 * @param size how many there are in all, held and sold ones included
 * @param left how many can be had now: of its own, of the event's capacity where that is less, and of the free seats where
 *     it is sold with one
 * @param maxPerPerson null: no limit beyond {@code maxPerOrder}
 * @param minimum the least that a buyer may choose to pay for one; null: the price is fixed
 * @param addOn whether it is sold only together with an admission
 * @param maxPerTicket how many of an add-on for each admission; null for no limit
 * @param variantOf the heading that it shares with others, such as early bird and regular; empty for a type of its own
 * @param approval whether it is sold only to whom the team says yes
 * @param unlockKey part of the link that shows a hidden type; for the team's eyes
 */
public record TicketTypeView(
        TicketTypeId id,
        EventId event,
        OrganizationId organization,
        String name,
        String description,
        Money price,
        int size,
        int held,
        int sold,
        int left,
        int maxPerOrder,
        @Nullable Integer maxPerPerson,
        @Nullable Instant saleStartsAt,
        @Nullable Instant saleEndsAt,
        boolean hidden,
        String unlockKey,
        int position,
        boolean archived,
        @Nullable Money minimum,
        boolean addOn,
        @Nullable Integer maxPerTicket,
        String variantOf,
        boolean approval) {

    /** Sold with one of so many free seats. */
    TicketTypeView withSeats(int free) {
        return free >= left
                ? this
                : new TicketTypeView(
                        id,
                        event,
                        organization,
                        name,
                        description,
                        price,
                        size,
                        held,
                        sold,
                        free,
                        maxPerOrder,
                        maxPerPerson,
                        saleStartsAt,
                        saleEndsAt,
                        hidden,
                        unlockKey,
                        position,
                        archived,
                        minimum,
                        addOn,
                        maxPerTicket,
                        variantOf,
                        approval);
    }

    /** Whether the buyer chooses what to pay, the price being a suggestion. */
    public boolean priceIsChosen() {
        return minimum != null;
    }

    /** Whether its own window is open; the event's registration is another question. */
    public boolean inSaleWindow(Instant now) {
        return !archived
                && (saleStartsAt == null || !now.isBefore(saleStartsAt))
                && (saleEndsAt == null || now.isBefore(saleEndsAt));
    }
}
