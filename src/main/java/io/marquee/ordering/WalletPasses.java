package io.marquee.ordering;

import io.marquee.event.EventView;
import io.marquee.ticketing.TicketView;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Tickets as passes for phones, by a module above. Whoever asks has decided that the actor holds the ticket. */
public interface WalletPasses {
    /** Whose wallet. */
    enum Kind {
        APPLE,
        GOOGLE
    }

    /** Which there are: where codes must move, a pass would open nothing. */
    Set<Kind> offered(EventView event);

    /** A {@code .pkpass}. */
    byte[] apple(EventView event, TicketView ticket, Locale locale);

    /** Where Google asks whether to keep it. */
    URI google(EventView event, TicketView ticket, Locale locale);
}
