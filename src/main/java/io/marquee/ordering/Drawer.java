package io.marquee.ordering;

import io.marquee.kernel.Money;
import io.marquee.kernel.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one seller took and gave back on one day of an event's calendar, in one currency and by one method.
 *
 * @param seller null where nobody did it by hand, or a device did
 * @param device by its name; null where it was none
 */
public record Drawer(
        LocalDate day,
        @Nullable PersonId seller,
        @Nullable String device,
        CounterSale.Method method,
        int sales,
        Money taken,
        Money returned) {

    /** What is in the drawer of it; on a card reader's account otherwise. */
    public Money left() {
        return taken.minus(returned);
    }
}
