package io.marquee.wallet;

import io.marquee.event.EventDetails;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a pass says, in its holder's language.
 *
 * @param ticket null where the pass opens nothing any more: then nothing of the ticket is said, which may be somebody else's
 */
record PassFacts(
        PassSerial serial,
        String organizer,
        EventView event,
        @Nullable TicketView ticket,
        Text text) {

    static PassFacts of(PassSerial serial, String organizer, EventView event, @Nullable TicketView ticket, Text text) {
        boolean opens = event.state() != EventState.CANCELLED && ticket != null && opens(serial, ticket);
        return new PassFacts(serial, organizer, event, opens ? ticket : null, text);
    }

    private static boolean opens(PassSerial serial, TicketView ticket) {
        return ticket.serial() == serial.serial() && (ticket.open() || ticket.state() == TicketState.CHECKED_IN);
    }

    String title() {
        return event.details().title();
    }

    String place() {
        EventDetails details = event.details();
        return details.venue() == null ? "" : details.venue();
    }

    String address() {
        EventDetails details = event.details();
        return Stream.of(details.address(), details.city())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** All of an event that its passes show: where that is the same, no pass needs to be made anew. */
    static String fingerprint(EventView event) {
        EventDetails details = event.details();
        return Integer.toHexString(Objects.hash(
                details.title(),
                event.startsAt(),
                event.endsAt(),
                details.timeZone(),
                details.venue(),
                details.address(),
                details.city(),
                event.state() == EventState.CANCELLED,
                event.dateUnknown()));
    }
}
