package io.marquee.ordering;

import com.fasterxml.jackson.annotation.JsonValue;
import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an order was paid at the box office.
 *
 * @param given by the buyer: what is more than the amount was change
 * @param device that sold it, by its name; null where a person did
 */
public record CounterSale(
        OrderId order,
        Method method,
        Money amount,
        Money given,
        String note,
        @Nullable String device,
        Instant at) {

    public enum Method {
        CASH,
        /** With a card, on a reader of the organizer's own. */
        CARD_PRESENT;

        @JsonValue
        public String word() {
            return Wire.name(this);
        }
    }

    public Money change() {
        return given.minus(amount);
    }
}
