package io.marquee.ticketing.waiting;

import io.marquee.kernel.InvalidInput;

/** How an event's waiting lists work. @param offerMinutes how long an offer stays open */
public record WaitingRule(int offerMinutes) {
    static final WaitingRule USUAL = new WaitingRule(24 * 60);
    private static final int SHORTEST = 10;
    private static final int LONGEST = 30 * 24 * 60;

    void check() {
        InvalidInput.gather()
                .check(offerMinutes >= SHORTEST && offerMinutes <= LONGEST, "offerMinutes", "range", SHORTEST, LONGEST)
                .orThrow();
    }
}
