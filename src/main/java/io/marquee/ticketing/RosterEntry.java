package io.marquee.ticketing;

import io.marquee.seating.SeatName;
import org.jspecify.annotations.Nullable;

/**
 * What a gate needs to know of a ticket.
 *
 * @param qr the text inside the QR
 * @param position 1.. of {@code of} in its order
 */
public record RosterEntry(
        TicketId id,
        int serial,
        TicketState state,
        TicketTypeId ticketType,
        String ticketTypeName,
        String qr,
        String holderName,
        int position,
        int of,
        @Nullable SeatName seat) {}
