package io.marquee.ticketing;

import io.marquee.event.EventEvent.EventCancelled;
import io.marquee.event.EventEvent.EventEdited;
import io.marquee.event.EventEvent.EventEnded;
import io.marquee.event.EventReads;
import io.marquee.platform.tenancy.Acting;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens to an event moves its stock and tickets in the same transaction, or stages the job that does. */
@Component
class EventListeners {
    private final Quotas quotas;
    private final HoldEnding ending;
    private final NoShows noShows;
    private final EventReads events;
    private final TicketTypeReads types;
    private final Acting acting;

    EventListeners(
            Quotas quotas,
            HoldEnding ending,
            NoShows noShows,
            EventReads events,
            TicketTypeReads types,
            Acting acting) {
        this.quotas = quotas;
        this.ending = ending;
        this.noShows = noShows;
        this.events = events;
        this.types = types;
        this.acting = acting;
    }

    /** A capacity below what is held and sold refuses the edit. */
    @EventListener
    void on(EventEdited edited) {
        acting.asSystem(edited.organization(), () -> quotas.share(events.byId(edited.event())));
        types.forget(edited.event());
    }

    /** Tickets stay: their orders are refunded by the module above. */
    @EventListener
    void on(EventCancelled cancelled) {
        acting.asSystem(cancelled.organization(), () -> ending.releaseAll(cancelled.event(), cancelled.organization()));
    }

    @EventListener
    void on(EventEnded ended) {
        noShows.stage(ended.event(), ended.organization());
    }
}
