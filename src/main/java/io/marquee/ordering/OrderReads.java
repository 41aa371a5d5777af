package io.marquee.ordering;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Slice;
import io.marquee.ticketing.HoldId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What others may read of orders, as the actor's rows allow. */
@Component
public class OrderReads {

    /** @throws io.marquee.kernel.NotFound */
    public OrderView byId(OrderId id) {
        throw new UnsupportedOperationException();
    }

    /** @return null while no order was made of it */
    public @Nullable OrderView byHold(HoldId hold) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. @param query part of a code, name or address; blank for all */
    public Slice<OrderView> ofEvent(EventId event, String query, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Those that the acting person bought, newest first. */
    public List<OrderView> mine() {
        throw new UnsupportedOperationException();
    }
}
