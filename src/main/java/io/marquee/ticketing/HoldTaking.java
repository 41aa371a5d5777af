package io.marquee.ticketing;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.platform.batch.Combiner;
import io.marquee.waitingroom.WaitingRoom;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes a hold for a cart that may be sold, together with whoever else wants something of the same event just now. */
@Component
class HoldTaking {
    private static final int MOST_AT_ONCE = 100;

    private final WaitingRoom room;
    private final TicketTypeReads types;
    private final Combiner<EventId, HoldBatch.Asked, HoldBatch.Outcome> combiner;
    private final Clock clock;

    HoldTaking(WaitingRoom room, TicketTypeReads types, HoldBatch batch, Clock clock) {
        this.room = room;
        this.types = types;
        this.combiner = new Combiner<>(MOST_AT_ONCE, batch::serve);
        this.clock = clock;
    }

    HoldView take(EventView event, Basket basket) {
        return room.through(event, basket.pass(), () -> taken(event, basket));
    }

    private HoldView taken(EventView event, Basket basket) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a hold is taken in a transaction of its own");
        }
        Cart cart = Cart.of(basket.items());
        Priced priced = cart.priced(event, types.onShow(event.id(), basket.code()), clock.instant());
        return switch (combiner.ask(event.id(), new HoldBatch.Asked(event, cart, priced))) {
            case HoldBatch.Taken taken -> taken.hold();
            case HoldBatch.TooLittle tooLittle -> throw tooLittle.refusal();
        };
    }
}
