package io.marquee.kernel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An exact amount of one currency.
 *
 * @param amount minor units of the currency: cents for EUR, yen for JPY, fils (thousandths) for KWD
 * @param currency ISO 4217
 */
public record Money(long amount, Currency currency) implements Comparable<Money> {

    public static Money of(long amount, String currencyCode) {
        return new Money(amount, Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(amount, same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(amount, same(other).amount), currency);
    }

    public Money times(int quantity) {
        return new Money(Math.multiplyExact(amount, quantity), currency);
    }

    /** In so many parts that add up to it and differ by a minor unit at most, the larger ones first. */
    public List<Money> split(int parts) {
        long each = Math.floorDiv(amount, parts);
        long larger = Math.floorMod(amount, parts);
        return IntStream.range(0, parts)
                .mapToObj(i -> new Money(i < larger ? each + 1 : each, currency))
                .toList();
    }

    @JsonIgnore
    public boolean isZero() {
        return amount == 0;
    }

    @JsonIgnore
    public boolean isPositive() {
        return amount > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(amount, same(other).amount);
    }

    /** The ISO code with the amount in major units, for logs and machines: {@code EUR 12.50}. */
    @Override
    public String toString() {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return currency.getCurrencyCode() + " "
                + java.math.BigDecimal.valueOf(amount, digits).toPlainString();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("different currencies: " + currency + " and " + other.currency);
        }
        return other;
    }
}
