package io.marquee.pricing;

import io.marquee.kernel.Money;
import java.util.List;

/**
 * One step of how a line came to its total. The words are under {@code pricing.entry.<kind>}.
 *
 * @param arguments for the words: names, codes, rates and quantities, as they were when the cart was priced
 * @param amount what the step changes; negative for what is taken off
 */
public record Entry(Kind kind, List<String> arguments, Money amount) {

    /** In the order in which a price is made. */
    public enum Kind {
        /** Price times quantity. */
        TICKETS,
        /** Off, for taking many. Arguments: from how many on. */
        GROUP_DISCOUNT,
        /** Off, by a promo code. Arguments: the code. */
        PROMO_CODE,
        /** In the price, told apart. Arguments: name, rate in percent. */
        TAX_INCLUDED,
        /** On top. Arguments: name, rate in percent. */
        TAX_ADDED,
        /** On top. Arguments: name. */
        FEE_ADDED,
        /** In fees on top, told apart. Arguments: name, rate in percent. */
        FEE_TAX_INCLUDED,
        /** On top of them. Arguments: name, rate in percent. */
        FEE_TAX_ADDED,
        /** Paid out of the price by the organizer. Arguments: name. */
        FEE_ABSORBED;

        /** Whether the total changes by it; the others only tell what is inside. */
        public boolean counts() {
            return this != TAX_INCLUDED && this != FEE_TAX_INCLUDED && this != FEE_ABSORBED;
        }
    }
}
