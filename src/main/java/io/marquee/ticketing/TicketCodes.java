package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import org.springframework.stereotype.Component;

/** Reads the signed text of a QR without asking the database for the ticket. The format is in docs/algorithms. */
@Component
public class TicketCodes {

    /** What a code says. */
    public sealed interface Reading {
        /** Ours: signed by a key of the organization that holds the event. */
        record Genuine(TicketId ticket, int serial) implements Reading {}

        /** Signed by us, for another event. */
        record OtherEvent() implements Reading {}

        /** Not signed by us, or not a code at all. */
        record Forged() implements Reading {}
    }

    public Reading read(String text, EventId event) {
        throw new UnsupportedOperationException();
    }
}
