package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import java.util.UUID;

/**
 * A counter that says something else than the rows that it counts.
 *
 * @param subject of the quota, of the ticket type, or of the hold
 * @param expected by the holds and tickets that are there
 * @param counted what the counter says
 */
public record Drift(EventId event, Kind kind, UUID subject, long expected, long counted) {

    /** Which counter. */
    public enum Kind {
        /** What a quota holds. */
        HELD,
        /** What a quota has sold. */
        SOLD,
        /** How many of a type somebody has; the address is not told. */
        PERSON,
        /** Tickets of a hold that was bought. Nothing mends these: somebody must look. */
        TICKETS,
        /** A seat that nobody has though a hold or ticket should, or the other way round. */
        SEAT
    }
}
