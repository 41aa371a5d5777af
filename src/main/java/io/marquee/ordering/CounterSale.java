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
    private static final long MUCH_CASH = 1_000;
    private static final long TIMES_THE_PRICE = 50;

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

    /** More than anybody hands over for it, even in the largest note: a key was pressed too often. */
    static boolean isSlip(Money given, Money due) {
        if (!given.currency().equals(due.currency())) return false;
        long unit = Math.powExact(10L, Math.max(0, due.currency().getDefaultFractionDigits()));
        return given.amount() > MUCH_CASH * unit && given.amount() / TIMES_THE_PRICE >= due.amount();
    }
}
