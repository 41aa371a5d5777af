package io.marquee.platform.web;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Amounts of money in forms: in major units, as people write them, with a point or a comma. */
public final class AmountField {
    private static final int LONGEST = 14;
    private static final List<String> CURRENCIES = List.of(
            "EUR", "USD", "GBP", "CHF", "AUD", "BRL", "CAD", "CZK", "DKK", "HUF", "INR", "JPY", "KWD", "MXN", "NOK",
            "NZD", "PLN", "RON", "SEK", "SGD", "TRY", "ZAR");

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

    /** To choose from, with one that was chosen already. */
    public static List<Option> currencies(String chosen) {
        return Stream.concat(CURRENCIES.stream(), Stream.of(chosen))
                .distinct()
                .map(code -> Option.of(code, code))
                .toList();
    }

    /** As it stands in the field again: "12.50". */
    public static String of(Money money) {
        return BigDecimal.valueOf(money.amount(), digits(money.currency())).toPlainString();
    }

    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
