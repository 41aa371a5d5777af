package io.marquee.ticketing.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket type as we answer it. What only the event's team may know is left out for everybody else.
 *
 * @param minimum the least that a buyer may choose to pay, the price being a suggestion; left out where it is fixed
 * @param addOn whether it is sold only together with a ticket that is none
 * @param maxPerTicket how many of an add-on for each such ticket
 * @param variantOf the heading that it shares with others; empty for a type of its own
 * @param approval whether an order with one waits for the team’s yes
 * @param left how many can be had now
 * @param quantity how many there are in all; for the team
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TicketTypeResource(
        TicketTypeId id,
        EventId event,
        String name,
        String description,
        Money price,
        int left,
        int maxPerOrder,
        @Nullable Integer maxPerPerson,
        @Nullable Instant saleStartsAt,
        @Nullable Instant saleEndsAt,
        boolean hidden,
        int position,
        @Nullable Money minimum,
        boolean addOn,
        @Nullable Integer maxPerTicket,
        String variantOf,
        boolean approval,
        @Nullable Integer quantity,
        @Nullable Integer held,
        @Nullable Integer sold,
        @Nullable String unlockKey,
        @Nullable Boolean archived) {

    static TicketTypeResource forTeam(TicketTypeView type) {
        return of(type, type.size(), type.held(), type.sold(), type.unlockKey(), type.archived());
    }

    static TicketTypeResource forEverybody(TicketTypeView type) {
        return of(type, null, null, null, null, null);
    }

    private static TicketTypeResource of(
            TicketTypeView type,
            @Nullable Integer quantity,
            @Nullable Integer held,
            @Nullable Integer sold,
            @Nullable String unlockKey,
            @Nullable Boolean archived) {
        return new TicketTypeResource(
                type.id(),
                type.event(),
                type.name(),
                type.description(),
                type.price(),
                type.left(),
                type.maxPerOrder(),
                type.maxPerPerson(),
                type.saleStartsAt(),
                type.saleEndsAt(),
                type.hidden(),
                type.position(),
                type.minimum(),
                type.addOn(),
                type.maxPerTicket(),
                type.variantOf(),
                type.approval(),
                quantity,
                held,
                sold,
                unlockKey,
                archived);
    }
}
