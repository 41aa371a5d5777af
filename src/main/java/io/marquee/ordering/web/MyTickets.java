package io.marquee.ordering.web;

import io.marquee.platform.web.TicketStub;
import java.util.List;

/**
 * A person's tickets by event.
 *
 * @param verified whether the address is; until then none are shown
 */
public record MyTickets(boolean verified, List<Group> upcoming, List<Group> past) {
    public record Group(EventSummary event, List<TicketStub> tickets) {}

    public boolean isEmpty() {
        return upcoming.isEmpty() && past.isEmpty();
    }
}
