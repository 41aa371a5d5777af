package io.marquee.payment;

import io.marquee.kernel.Money;
import java.math.BigInteger;

/**
 * What the operator keeps of a charge: a share of it and a fixed part, together never more than the charge.
 *
 * @param basisPoints hundredths of a percent, 0 to 10,000
 * @param fixed in minor units of the charge's currency
 */
public record PlatformFee(int basisPoints, long fixed) {
    public static final PlatformFee NONE = new PlatformFee(0, 0);
    public static final int WHOLE = 10_000;

    public PlatformFee {
        if (basisPoints < 0 || basisPoints > WHOLE || fixed < 0) {
            throw new IllegalArgumentException("no fee: " + basisPoints + " basis points and " + fixed);
        }
    }

    /** Exact; half a minor unit is rounded up. */
    public Money of(Money charge) {
        BigInteger whole = BigInteger.valueOf(WHOLE);
        BigInteger share = BigInteger.valueOf(charge.amount())
                .multiply(BigInteger.valueOf(basisPoints))
                .add(whole.divide(BigInteger.TWO))
                .divide(whole);
        BigInteger fee = share.add(BigInteger.valueOf(fixed)).min(BigInteger.valueOf(charge.amount()));
        return new Money(fee.longValueExact(), charge.currency());
    }

    /**
     * What goes back of a fee with a part of its charge, in proportion: all parts together give back the whole fee.
     *
     * @param before how much of the charge went back already
     */
    static Money goingBack(Money fee, Money charge, Money before, Money part) {
        long after = share(fee, charge, before.plus(part));
        return new Money(after - share(fee, charge, before), fee.currency());
    }

    private static long share(Money fee, Money charge, Money of) {
        return BigInteger.valueOf(fee.amount())
                .multiply(BigInteger.valueOf(of.amount()))
                .divide(BigInteger.valueOf(charge.amount()))
                .longValueExact();
    }
}
