package io.marquee.waitingroom;

/**
 * How many places are called a second. It rises until a node finds the checkout strained, is then cut by a third, and rises
 * again more gently: what the checkout sustains is found, and followed when it changes.
 *
 * @param rate places a second
 * @param flow holds that were let through a second, smoothed: what of it arrives
 */
record Pace(double rate, double flow) {
    /** What it begins with. */
    static final Pace START = new Pace(10, 0);

    private static final double LEAST = 1;
    private static final double RISE_AT_FIRST = 1.25;
    private static final double RISE = 1.02;
    private static final double CUT = 0.67;
    private static final double SMOOTHING = 0.2;

    /** Many who are called do not come, so the rate may be this often what arrives; more would only pile up places in use. */
    private static final double MOST_OF_FLOW = 3;

    /** After a second in which so many holds were let through. */
    Pace flowing(double admitted, double seconds) {
        return new Pace(rate, flow + SMOOTHING * (admitted / seconds - flow));
    }

    Pace cut() {
        return new Pace(Math.max(LEAST, rate * CUT), flow);
    }

    /** @param before whether the rate was ever cut */
    Pace rise(boolean before) {
        double most = Math.max(START.rate, MOST_OF_FLOW * flow);
        return new Pace(Math.max(LEAST, Math.min(most, rate * (before ? RISE : RISE_AT_FIRST))), flow);
    }
}
