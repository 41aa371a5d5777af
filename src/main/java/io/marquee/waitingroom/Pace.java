package io.marquee.waitingroom;

/**
 * How many places are called a second. People take up to minutes from being called to taking tickets, so the pace must not outrun
 * what it can see: it stays within some headroom over what arrives. Where a node finds the checkout strained, what arrives is what
 * the checkout does, and the pace falls below that at once.
 *
 * @param rate places a second
 * @param flow holds a second that went through, smoothed
 */
record Pace(double rate, double flow) {
    /** What it begins with, and may always have while nothing is strained. */
    static final Pace START = new Pace(20, 0);

    private static final double LEAST = 1;
    private static final double SMOOTHING = 0.2;
    private static final double RISE = 1.1;
    private static final double FALL = 0.98;
    private static final double BACK = 0.8;
    /** More slowly with each second that it lasts: those who queue at the checkout must get through first. */
    private static final double STILL = 0.97;

    /** After some seconds in which so many holds went through. */
    Pace flowing(double through, double seconds) {
        return new Pace(rate, flow + SMOOTHING * (through / seconds - flow));
    }

    /** Below what goes through. @param share of those called who come */
    Pace strained(double share) {
        return new Pace(Math.max(LEAST, Math.min(rate * STILL, BACK * flow / share)), flow);
    }

    /** @param headroom how many times what arrives may be called for */
    Pace easy(double share, double headroom) {
        double most = Math.max(START.rate, headroom * flow / share);
        return new Pace(Math.clamp(most, Math.max(LEAST, rate * FALL), Math.max(LEAST, rate * RISE)), flow);
    }
}
