package io.marquee.ordering;

import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.TicketId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The commands on orders. */
@Component
public class Ordering {

    /** Who comes with one ticket; in the order of the hold's lines. */
    public record Attendee(String name, String email) {}

    /** @param attendees empty: all tickets are in the buyer's name; else one for each ticket held */
    public record Placing(HoldId hold, String buyerName, String buyerEmail, List<Attendee> attendees, Locale locale) {}

    /**
     * Makes the order of a hold, or answers the one that was made of it before. A total of zero is paid at once.
     *
     * @throws io.marquee.ticketing.TicketsRefused when the hold has ended or a person's limit is reached
     * @throws io.marquee.kernel.InvalidInput on a bad name or address
     */
    public OrderView place(Placing placing) {
        throw new UnsupportedOperationException();
    }

    /** The buyer or the team gives a pending order up; its tickets go back. */
    public OrderView cancel(OrderId id, String reason) {
        throw new UnsupportedOperationException();
    }

    /**
     * Money back, by the team: of some tickets, or of all that are left.
     *
     * @throws OrderRefused when there is nothing to refund
     */
    public OrderView refund(OrderId id, String reason, @Nullable List<TicketId> tickets) {
        throw new UnsupportedOperationException();
    }
}
