package io.marquee.pricing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Arithmetic on minor units that loses nothing. */
public final class Exact {
    private Exact() {}

    static BigInteger times(long amount, long factor) {
        return BigInteger.valueOf(amount).multiply(BigInteger.valueOf(factor));
    }

    /** Halves round up. */
    static long divide(BigInteger amount, long by) {
        return new BigDecimal(amount)
                .divide(BigDecimal.valueOf(by), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /**
     * Shares a total in proportion to weights, in whole units that add up to it: everybody gets the whole units of their exact
     * share, and what is left goes to the largest remainders, of equal ones to the first. Where the total is at most the sum
     * of the weights, nobody gets more than their weight.
     */
    public static long[] share(long total, List<Long> weights) {
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        long[] shares = new long[weights.size()];
        if (total != 0) {
            BigInteger[] remainders = new BigInteger[shares.length];
            long given = 0;
            for (int i = 0; i < shares.length; i++) {
                BigInteger[] parts = times(total, weights.get(i)).divideAndRemainder(BigInteger.valueOf(sum));
                shares[i] = parts[0].longValueExact();
                remainders[i] = parts[1];
                given += shares[i];
            }
            IntStream.range(0, shares.length)
                    .boxed()
                    .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                    .limit(total - given)
                    .forEach(i -> shares[i]++);
        }
        return shares;
    }
}
