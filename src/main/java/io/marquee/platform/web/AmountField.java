package io.marquee.platform.web;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Amounts of money in forms: in major units, as people write them, with a point or a comma. */
public final class AmountField {
    private static final int LONGEST = 14;

    private AmountField() {}

    /** @throws InvalidInput at the field, when it is no amount, or finer than the currency */
    public static Money parse(String field, String typed, Currency currency) {
        try {
            if (typed.length() > LONGEST) throw new NumberFormatException();
            BigDecimal amount = new BigDecimal(typed.strip().replace(',', '.'));
            return new Money(amount.movePointRight(digits(currency)).longValueExact(), currency);
        } catch (ArithmeticException | NumberFormatException e) {
            throw InvalidInput.at(field, "amount", currency.getCurrencyCode());
        }
    }

    /** @throws InvalidInput at the field, when there is no such currency */
    public static Currency currency(String field, String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.at(field, "unknown_currency");
        }
    }

    /** As it stands in the field again: "12.50". */
    public static String of(Money money) {
        return BigDecimal.valueOf(money.amount(), digits(money.currency())).toPlainString();
    }

    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
