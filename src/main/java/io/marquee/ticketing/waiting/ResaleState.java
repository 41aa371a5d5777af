package io.marquee.ticketing.waiting;

import io.marquee.kernel.Transitions;

/** A ticket that its buyer gives back to the waiting list. */
public enum ResaleState {
    LISTED,
    /** To somebody in line, who may be paying. */
    OFFERED,
    SOLD,
    WITHDRAWN,
    /** The ticket was used or ended before anybody bought it. */
    ENDED;

    public static final Transitions<ResaleState> MOVES = Transitions.of(ResaleState.class)
            .allow(LISTED, OFFERED, WITHDRAWN, ENDED)
            .allow(OFFERED, LISTED, SOLD, ENDED);
}
