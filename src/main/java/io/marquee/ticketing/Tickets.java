package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The commands on tickets. They run inside the transaction of the module above that decided. */
@Component
public class Tickets {

    /** One ticket to issue. {@code position} is 1.. within the order. */
    public record Admission(
            int position, TicketTypeId ticketType, Money price, String holderName, String holderEmail) {}

    /** Issues an order's tickets, once: the database refuses a second time. */
    public List<TicketView> issue(
            UUID order,
            HoldId hold,
            EventId event,
            OrganizationId organization,
            String buyerEmail,
            List<Admission> admissions) {
        throw new UnsupportedOperationException();
    }

    /**
     * Ends tickets for money back ({@link TicketState#REFUNDED}) or without ({@link TicketState#CANCELLED}) and returns their
     * stock if asked.
     *
     * @throws io.marquee.kernel.IllegalMove when one of them can't make that move any more
     */
    public void end(List<TicketId> tickets, TicketState to, boolean returnStock, String reason) {
        throw new UnsupportedOperationException();
    }

    /** The compare-and-set of a first admission. @return false when the ticket was not issued any more */
    public boolean checkIn(TicketId ticket) {
        throw new UnsupportedOperationException();
    }

    /** Corrects who comes. The code stays. @throws io.marquee.kernel.InvalidInput */
    public TicketView rename(TicketId ticket, String holderName, String holderEmail) {
        throw new UnsupportedOperationException();
    }
}
