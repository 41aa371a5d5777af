package io.marquee.waitingroom;

import io.marquee.event.EventEvent.EventCancelled;
import io.marquee.event.EventEvent.EventEnded;
import io.marquee.platform.tenancy.Acting;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nobody waits for an event that is over or off. */
@Component
class EventListeners {
    private final WaitingRooms rooms;
    private final Acting acting;

    EventListeners(WaitingRooms rooms, Acting acting) {
        this.rooms = rooms;
        this.acting = acting;
    }

    @EventListener
    void on(EventCancelled cancelled) {
        acting.asSystem(cancelled.organization(), () -> rooms.close(cancelled.event(), "event cancelled"));
    }

    @EventListener
    void on(EventEnded ended) {
        acting.asSystem(ended.organization(), () -> rooms.close(ended.event(), "event ended"));
    }
}
