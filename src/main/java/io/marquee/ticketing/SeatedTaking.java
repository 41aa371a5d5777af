package io.marquee.ticketing;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.platform.batch.Combiner;
import org.springframework.stereotype.Component;

/** Takes holds with seats, together with whoever else wants seats of the same event just now. */
@Component
class SeatedTaking {
    private static final int MOST_AT_ONCE = 50;

    private final Seating seating;
    private final Combiner<EventId, HoldBatch.Asked, HoldBatch.Outcome> combiner;

    SeatedTaking(Seating seating, SeatedBatch batch) {
        this.seating = seating;
        this.combiner = new Combiner<>(MOST_AT_ONCE, batch::serve);
    }

    boolean concerns(EventView event, Priced priced) {
        return seating.concerns(event.id(), priced.cart());
    }

    HoldView take(EventView event, Priced priced) {
        seating.check(event.id(), priced.cart());
        return switch (combiner.ask(event.id(), new HoldBatch.Asked(event, priced))) {
            case HoldBatch.Taken taken -> taken.hold();
            case HoldBatch.TooLittle tooLittle -> throw tooLittle.refusal();
        };
    }
}
