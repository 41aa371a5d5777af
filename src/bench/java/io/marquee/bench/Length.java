package io.marquee.bench;

/** How long to measure: in full, as the goals are stated, or short, to see where one stands. */
enum Length {
    FULL,
    SHORT;

    private static final double SHORTER = 0.25;

    /** @param seconds in full */
    double seconds(double full) {
        return this == FULL ? full : Math.max(2, full * SHORTER);
    }
}
