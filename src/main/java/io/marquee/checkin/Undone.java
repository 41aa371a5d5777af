package io.marquee.checkin;

import io.marquee.ticketing.TicketState;
import java.util.List;

/**
 * An admission that was taken back.
 *
 * @param ticketState what the ticket is again
 * @param notes what else follows, as stable codes: {@code stake_held}, {@code stake_stays_returned}
 */
public record Undone(CheckInView checkIn, TicketState ticketState, List<String> notes) {}
