package io.marquee.ordering;

import io.marquee.event.EventView;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.HoldView;
import org.jspecify.annotations.Nullable;

/** What a module above has to tell the buyer before they pay. */
public interface CheckoutNote {

    /** In the viewer's language; null where there is nothing to tell. */
    @Nullable
    String of(EventView event, HoldView hold, Text text);

    /** Whether nothing is taken when they confirm, in whatever way they pay. */
    default boolean nothingNow(EventView event, HoldView hold) {
        return false;
    }
}
