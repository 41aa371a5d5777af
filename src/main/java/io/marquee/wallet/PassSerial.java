package io.marquee.wallet;

import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketView;
import org.jspecify.annotations.Nullable;

/** Names a pass: a ticket as one person holds it. Whoever it is passed on to has a pass of their own. */
public record PassSerial(TicketId ticket, int serial) {
    static PassSerial of(TicketView ticket) {
        return new PassSerial(ticket.id(), ticket.serial());
    }

    /** @return null where it names none */
    public static @Nullable PassSerial parse(String text) {
        int dot = text.indexOf('.');
        try {
            return dot < 0
                    ? null
                    : new PassSerial(
                            TicketId.valueOf(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** As it stands in passes: Google allows letters, digits, dots, dashes and underscores. */
    @Override
    public String toString() {
        return ticket + "." + serial;
    }
}
