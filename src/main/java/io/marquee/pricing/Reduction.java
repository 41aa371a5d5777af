package io.marquee.pricing;

import java.util.Currency;

/** How a price is lowered; never below zero. Amounts are in minor units and touch carts of their currency only. */
public sealed interface Reduction {

    /** A share of each ticket's price. */
    record Percent(Percentage rate) implements Reduction {}

    /** An amount off each ticket. */
    record EachTicket(long amount, Currency currency) implements Reduction {}

    /** An amount off the cart, once, shared in proportion by the lines that it applies to. */
    record WholeCart(long amount, Currency currency) implements Reduction {}

    /** Whether a cart of this currency can be lowered by it. */
    default boolean fits(Currency cart) {
        return switch (this) {
            case Percent p -> true;
            case EachTicket each -> each.currency().equals(cart);
            case WholeCart whole -> whole.currency().equals(cart);
        };
    }
}
