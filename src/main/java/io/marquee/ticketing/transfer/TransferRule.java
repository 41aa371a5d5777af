package io.marquee.ticketing.transfer;

import io.marquee.event.EventView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how long an event's tickets may be passed on.
 *
 * @param until null: until the event starts
 */
public record TransferRule(boolean allowed, @Nullable Instant until) {
    static final TransferRule USUAL = new TransferRule(true, null);

    /** The last moment for an acceptance. */
    public Instant deadline(EventView event) {
        return until == null || until.isAfter(event.startsAt()) ? event.startsAt() : until;
    }

    public boolean permits(EventView event, Instant now) {
        return allowed && now.isBefore(deadline(event));
    }
}
