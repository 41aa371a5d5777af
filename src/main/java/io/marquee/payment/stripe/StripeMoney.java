package io.marquee.payment.stripe;

import io.marquee.kernel.Money;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/**
 * Amounts as Stripe writes them: minor units as in ISO 4217, but for some currencies.
 *
 * @see <a href="https://docs.stripe.com/currencies#special-cases">special cases</a>
 */
final class StripeMoney {
    /** How many digits Stripe counts, where ISO has another number. */
    private static final Map<String, Integer> DIGITS = Map.of("ISK", 2, "UGX", 2, "MGA", 0);

    private StripeMoney() {}

    static long amount(Money money) {
        int shift = shift(money.currency());
        return shift >= 0
                ? Math.multiplyExact(money.amount(), powerOfTen(shift))
                : Math.divideExact(money.amount(), powerOfTen(-shift));
    }

    static String currency(Money money) {
        return money.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    static Money money(long amount, String currency) {
        Currency known = Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        int shift = shift(known);
        long minor = shift >= 0
                ? Math.divideExact(amount, powerOfTen(shift))
                : Math.multiplyExact(amount, powerOfTen(-shift));
        return new Money(minor, known);
    }

    private static int shift(Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return DIGITS.getOrDefault(currency.getCurrencyCode(), digits) - digits;
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) power *= 10;
        return power;
    }
}
