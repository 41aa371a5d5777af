package io.marquee.guest;

import io.marquee.event.EventEvent.EventCopied;
import io.marquee.event.EventReads;
import io.marquee.platform.tenancy.Acting;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A copy of an event takes answers by the same rules; its guests stay behind. */
@Component
class CopiedRules {
    private final Places places;
    private final EventReads events;
    private final Acting acting;

    CopiedRules(Places places, EventReads events, Acting acting) {
        this.places = places;
        this.events = events;
        this.acting = acting;
    }

    @EventListener
    void on(EventCopied copied) {
        acting.asSystem(copied.organization(), () -> {
            Places.Rules rules = places.rules(copied.from());
            places.set(events.byId(copied.event()), rules.open(), rules.plusOnes());
        });
    }
}
