package io.marquee.checkin.api;

import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import java.time.Instant;

/** What a gate shows of its event. */
record DoorEvent(
        EventId id, String slug, String title, String timeZone, Instant startsAt, Instant endsAt, EventState state) {

    static DoorEvent of(EventView event) {
        return new DoorEvent(
                event.id(),
                event.slug(),
                event.details().title(),
                event.details().timeZone().getId(),
                event.startsAt(),
                event.endsAt(),
                event.state());
    }
}
