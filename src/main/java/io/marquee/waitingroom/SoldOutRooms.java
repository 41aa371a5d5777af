package io.marquee.waitingroom;

import io.marquee.event.TicketPicker;
import io.marquee.kernel.EventId;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Where people wait though everything is taken by now. Looked at once a second, so that telling those who wait costs no query. */
@Component
public class SoldOutRooms {
    private final OpenRooms open;
    private final TicketPicker tickets;
    private volatile Set<EventId> known = Set.of();

    SoldOutRooms(OpenRooms open, TicketPicker tickets) {
        this.open = open;
        this.tickets = tickets;
    }

    void look() {
        known = open.admitting().stream().filter(tickets::isSoldOut).collect(Collectors.toUnmodifiableSet());
    }

    public boolean has(EventId event) {
        return known.contains(event);
    }
}
