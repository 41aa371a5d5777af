package io.marquee.ticketing.waiting;

import io.marquee.kernel.Transitions;

/** How somebody's place in line stands. */
public enum EntryState {
    WAITING,
    /** All they wanted is on offer to them, or was bought. */
    SERVED,
    /** They let an offer go. */
    PASSED,
    LEFT,
    /** By the team. */
    REMOVED;

    public static final Transitions<EntryState> MOVES = Transitions.of(EntryState.class)
            .allow(WAITING, SERVED, PASSED, LEFT, REMOVED)
            .allow(SERVED, PASSED, LEFT, REMOVED);
}
