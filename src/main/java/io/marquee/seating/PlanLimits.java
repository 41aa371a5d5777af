package io.marquee.seating;

/** How large a plan may be: what a phone still draws, and a page still lists. */
final class PlanLimits {
    static final int SEATS = 20_000;
    static final int SECTIONS = 200;
    static final int FARTHEST = 100_000;

    private PlanLimits() {}
}
