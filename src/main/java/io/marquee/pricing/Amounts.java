package io.marquee.pricing;

/** What amounts of money may be. */
final class Amounts {
    /** In minor units: far from what a long can hold, also a hundred times. */
    static final long DEAREST = 1_000_000_000_000L;

    private Amounts() {}
}
