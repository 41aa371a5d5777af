package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.web.Text;
import io.marquee.seating.SeatName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket.
 *
 * @param order the order's id; the module above knows more of it
 * @param position 1.. within the order
 * @param ticketTypeName as it was sold
 * @param serial goes up with each transfer: a code with a lower one was given away
 * @param code the short code for typing, eight characters
 * @param qr the text inside the QR
 * @param heldBy the transfer that brought it to its holder; null while it is its order's
 * @param seat null where nobody sits
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
        Money price,
        @Nullable UUID heldBy,
        @Nullable SeatName seat) {

    /** "General admission · Stalls, row C, seat 12" in the reader's language. */
    public String typeAndSeat(Text text) {
        return seat == null ? ticketTypeName : ticketTypeName + " · " + seat.words(text);
    }

    /** Whether the codes of its order's buyer are dead. */
    public boolean passedOn() {
        return heldBy != null;
    }

    /** Whether it still opens the door. */
    public boolean open() {
        return state == TicketState.ISSUED || state == TicketState.STAKED;
    }

    /** What its holder's token opens. */
    public UUID capability() {
        return heldBy == null ? hold.value() : heldBy;
    }

    /** Whether the actor holds it: by the token it came with, or by the verified address it came to. */
    public boolean isHeldByActor() {
        return switch (Acting.current()) {
            case Actor.Capability c -> c.hold().equals(capability());
            case Actor.Person p ->
                holderEmail.equals(p.verifiedEmail()) || heldBy == null && buyerEmail.equals(p.verifiedEmail());
            case Actor.Device d -> false;
            case Actor.System s -> false;
            case Actor.Anonymous a -> false;
            case Actor.Nobody n -> false;
        };
    }

    /** Whether the money for it would go back to the actor. */
    public boolean isBoughtByActor() {
        return switch (Acting.current()) {
            case Actor.Capability c -> c.hold().equals(hold.value());
            case Actor.Person p -> buyerEmail.equals(p.verifiedEmail());
            case Actor.Device d -> false;
            case Actor.System s -> false;
            case Actor.Anonymous a -> false;
            case Actor.Nobody n -> false;
        };
    }
}
