package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Slice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What others may read of tickets, as the actor's rows allow. */
@Component
public class TicketReads {

    /** By position. */
    public List<TicketView> ofOrder(UUID order) {
        throw new UnsupportedOperationException();
    }

    /** Those that the acting person bought or holds, soonest event first. */
    public List<TicketView> mine() {
        throw new UnsupportedOperationException();
    }

    /** @param query part of a holder's name, address or short code; blank for all */
    public Slice<TicketView> ofEvent(EventId event, String query, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    /** @return null when the event has no such ticket */
    public @Nullable TicketView byShortCode(EventId event, String code) {
        throw new UnsupportedOperationException();
    }

    public @Nullable TicketView byId(TicketId id) {
        throw new UnsupportedOperationException();
    }
}
