package io.marquee.ordering;

import io.marquee.event.EventView;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.HoldView;
import org.jspecify.annotations.Nullable;

/** What a module above has to tell the buyer before they pay. */
public interface CheckoutNote {

    /**
     * What is to be paid.
     *
     * @param order that was made of what is held; null before
     */
    record Purchase(
            EventView event, HoldView hold, @Nullable OrderView order) {

        /** Whether the team has said yes to it, and what was reserved could not be taken: it is charged at once. */
        public boolean approved() {
            return order != null && order.approval() != null && !order.asksFirst();
        }
    }

    /** In the viewer's language; null where there is nothing to tell. @param nothingNow what all notes say of it together */
    @Nullable
    String of(Purchase purchase, boolean nothingNow, Text text);

    /** Whether nothing is taken when they confirm, in whatever way they pay. */
    default boolean nothingNow(Purchase purchase) {
        return false;
    }
}
