package io.marquee.payment;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;

/** Amounts that a provider can move: not every provider counts every currency as finely as we do. */
public final class Steps {
    private Steps() {}

    /** @throws InvalidInput at {@code amount} where it is no multiple of the step */
    public static void require(Money amount, long step) {
        if (amount.amount() % step != 0) {
            throw InvalidInput.at("amount", "amount_step", new Money(step, amount.currency()));
        }
    }

    /** The same part of a fee that an amount is of a whole, rounded down to steps. */
    static Money part(Money fee, Money amount, Money whole, long step) {
        long part = Math.multiplyExact(fee.amount(), amount.amount()) / whole.amount();
        return roundedDown(new Money(part, fee.currency()), step);
    }

    static Money roundedDown(Money amount, long step) {
        return new Money(amount.amount() - amount.amount() % step, amount.currency());
    }
}
