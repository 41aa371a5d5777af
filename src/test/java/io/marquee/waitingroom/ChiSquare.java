package io.marquee.waitingroom;

import java.util.Arrays;

/** Pearson's test: how far counts are from equal. */
final class ChiSquare {
    /** What chance exceeds once in a thousand, by degrees of freedom. */
    private static final double[] CRITICAL_999 = {
        0, 10.83, 13.82, 16.27, 18.47, 20.52, 22.46, 24.32, 26.12, 27.88, 29.59, 31.26, 32.91, 34.53, 36.12, 37.70,
        39.25, 40.79, 42.31, 43.82
    };

    private ChiSquare() {}

    static double ofEqual(long[] counts) {
        double expected = (double) Arrays.stream(counts).sum() / counts.length;
        return Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }

    static double critical(int classes) {
        return CRITICAL_999[classes - 1];
    }
}
