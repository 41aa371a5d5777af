package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import java.util.UUID;

/**
 * A ticket.
 *
 * @param order the order's id; the module above knows more of it
 * @param position 1.. within the order
 * @param ticketTypeName as it was sold
 * @param serial goes up with each transfer: a code with a lower one was given away
 * @param code the short code for typing, eight characters
 * @param qr the text inside the QR
 */
public record TicketView(
        TicketId id,
        EventId event,
        OrganizationId organization,
        UUID order,
        HoldId hold,
        TicketTypeId ticketType,
        String ticketTypeName,
        int position,
        TicketState state,
        int serial,
        String code,
        String qr,
        String holderName,
        String holderEmail,
        String buyerEmail,
        Money price) {}
