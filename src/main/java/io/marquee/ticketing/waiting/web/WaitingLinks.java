package io.marquee.ticketing.waiting.web;

import io.marquee.event.EventView;
import io.marquee.platform.web.Link;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.waiting.WaitingReads;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where one can wait for what is sold out, for an event's public page. */
@Component
public class WaitingLinks {
    private final WaitingReads reads;

    WaitingLinks(WaitingReads reads) {
        this.reads = reads;
    }

    /** @param shown what the page shows; where nothing is sold out, nothing is read */
    public List<Link> of(EventView event, List<TicketTypeView> shown, Instant now) {
        List<TicketTypeView> soldOut = shown.stream()
                .filter(type -> type.left() == 0
                        && event.registrationOpen(now)
                        && type.inSaleWindow(now)
                        && !type.hidden()
                        && !type.addOn())
                .toList();
        if (soldOut.isEmpty()) return List.of();
        Set<TicketTypeId> closed = reads.closedOf(event);
        return soldOut.stream()
                .filter(type -> !closed.contains(type.id()))
                .map(type -> Link.to("/events/" + event.slug() + "/waiting-list/" + type.id(), type.name()))
                .toList();
    }
}
