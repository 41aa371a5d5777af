package io.marquee.ticketing;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.platform.batch.Combiner;
import io.marquee.waitingroom.BoundHolds;
import io.marquee.waitingroom.WaitingRoom;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes a hold for a cart that may be sold, together with whoever else wants something of the same event just now. */
@Component
class HoldTaking {
    private static final int MOST_AT_ONCE = 100;

    private final WaitingRoom room;
    private final BoundHolds bound;
    private final Quotes quotes;
    private final SeatedTaking seated;
    private final Combiner<EventId, HoldBatch.Asked, HoldBatch.Outcome> combiner;

    HoldTaking(WaitingRoom room, BoundHolds bound, Quotes quotes, SeatedTaking seated, HoldBatch batch) {
        this.room = room;
        this.bound = bound;
        this.quotes = quotes;
        this.seated = seated;
        this.combiner = new Combiner<>(MOST_AT_ONCE, batch::serve);
    }

    HoldView take(EventView event, Basket basket) {
        HoldView hold = room.through(event, basket.pass(), () -> taken(event, basket));
        bound.bind(event, basket.pass(), hold.id().value());
        return hold;
    }

    HoldView takeAtCounter(EventView event, Basket basket) {
        return taken(event, basket);
    }

    private HoldView taken(EventView event, Basket basket) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a hold is taken in a transaction of its own");
        }
        Priced priced = quotes.priced(event, basket);
        if (seated.concerns(event, priced)) return seated.take(event, priced);
        return switch (combiner.ask(event.id(), new HoldBatch.Asked(event, priced))) {
            case HoldBatch.Taken taken -> taken.hold();
            case HoldBatch.TooLittle tooLittle -> throw tooLittle.refusal();
        };
    }
}
