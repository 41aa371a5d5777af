package io.marquee.pricing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share of something, exact to a thousandth of a percent.
 *
 * @param thousandths of a percent: 19 % is 19000, 8.875 % is 8875
 */
public record Percentage(int thousandths) {
    static final Percentage NONE = new Percentage(0);
    public static final Percentage ALL = new Percentage(100_000);
    private static final int DIGITS = 3;

    /** @param percent as people write it: {@code 8.875} @throws ArithmeticException finer than a thousandth */
    @JsonCreator
    public static Percentage of(BigDecimal percent) {
        return new Percentage(percent.movePointRight(DIGITS).intValueExact());
    }

    @JsonValue
    public BigDecimal percent() {
        BigDecimal exact = BigDecimal.valueOf(thousandths, DIGITS).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0, RoundingMode.UNNECESSARY) : exact;
    }

    /** Whether it is more than nothing and at most all. */
    boolean isShare() {
        return thousandths > 0 && thousandths <= ALL.thousandths;
    }

    /** That much of an amount in minor units; halves round up. */
    long of(long amount) {
        return Exact.divide(Exact.times(amount, thousandths), ALL.thousandths);
    }

    @Override
    public String toString() {
        return percent().toPlainString();
    }
}
