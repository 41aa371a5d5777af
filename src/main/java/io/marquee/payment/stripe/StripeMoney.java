package io.marquee.payment.stripe;

import io.marquee.kernel.Money;
import io.marquee.payment.provider.ProviderDenied;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Amounts as Stripe writes them: minor units as in ISO 4217, but for some currencies. Whatever is asked for or booked is
 * exact both ways, or refused.
 *
 * @see <a href="https://docs.stripe.com/currencies#special-cases">special cases</a>
 */
final class StripeMoney {
    /** How many digits Stripe counts, where ISO has another number. */
    private static final Map<String, Integer> DIGITS = Map.of("ISK", 2, "UGX", 2, "MGA", 0);

    /** Paid out without their minor units, though charges have them. */
    private static final Set<String> WHOLE_PAYOUTS = Set.of("HUF", "TWD");

    private StripeMoney() {}

    /**
     * The smallest amount that charges go in, in our minor units: of three decimals card networks take two, and Stripe has
     * no part of an ariary.
     */
    static long step(Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return Math.max(
                digits == 3 ? 10 : 1,
                BigDecimal.ONE.movePointRight(-shift(currency)).longValue());
    }

    /** Likewise, of what goes to a bank. */
    static long payoutStep(Currency currency) {
        return WHOLE_PAYOUTS.contains(currency.getCurrencyCode()) ? 100 : step(currency);
    }

    /** @throws IllegalArgumentException when Stripe cannot count it, which its {@link #step} would have told before */
    static long amount(Money money) {
        if (money.amount() % step(money.currency()) != 0) {
            throw new IllegalArgumentException("Stripe cannot count " + money);
        }
        return BigDecimal.valueOf(money.amount())
                .movePointRight(shift(money.currency()))
                .longValueExact();
    }

    static String currency(Money money) {
        return money.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    /** @throws ProviderDenied when we cannot count it */
    static Money money(long amount, String currency) {
        try {
            return rounded(amount, currency, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException finer) {
            throw new ProviderDenied(amount + " of Stripe’s " + currency + " is finer than ours", finer);
        }
    }

    /** What Stripe keeps may be finer than what we count in: a part of a unit is one. */
    static Money fee(long amount, String currency) {
        return rounded(amount, currency, RoundingMode.UP);
    }

    /** For a look at Stripe's books; nothing is booked by it. */
    static Money nearly(long amount, String currency) {
        return rounded(amount, currency, RoundingMode.HALF_EVEN);
    }

    private static Money rounded(long amount, String currency, RoundingMode rounding) {
        Currency known = Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        BigDecimal ours = BigDecimal.valueOf(amount).movePointLeft(shift(known));
        return new Money(ours.setScale(0, rounding).longValueExact(), known);
    }

    /** How many digits Stripe counts more than we do. */
    private static int shift(Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return DIGITS.getOrDefault(currency.getCurrencyCode(), digits) - digits;
    }
}
