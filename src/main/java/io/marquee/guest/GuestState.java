package io.marquee.guest;

import io.marquee.kernel.Transitions;

/** What somebody is to an event. */
public enum GuestState {
    INVITED,
    INTERESTED,
    MAYBE,
    GOING,
    NOT_GOING,
    PENDING_APPROVAL,
    WAITLISTED,
    OFFERED,
    DECLINED,
    REMOVED;

    /** Whoever is declined or removed comes back by the team, or with a ticket. */
    public static final Transitions<GuestState> MOVES = Transitions.of(GuestState.class)
            .allow(INVITED, INTERESTED, MAYBE, GOING, NOT_GOING, PENDING_APPROVAL, WAITLISTED, REMOVED)
            .allow(INTERESTED, MAYBE, GOING, NOT_GOING, PENDING_APPROVAL, WAITLISTED, REMOVED)
            .allow(MAYBE, INTERESTED, GOING, NOT_GOING, PENDING_APPROVAL, WAITLISTED, REMOVED)
            .allow(NOT_GOING, INTERESTED, MAYBE, GOING, PENDING_APPROVAL, WAITLISTED, REMOVED)
            .allow(GOING, INVITED, INTERESTED, MAYBE, NOT_GOING, REMOVED)
            .allow(PENDING_APPROVAL, GOING, DECLINED, NOT_GOING, INTERESTED, MAYBE, WAITLISTED, REMOVED)
            .allow(WAITLISTED, OFFERED, GOING, NOT_GOING, INTERESTED, MAYBE, REMOVED)
            .allow(OFFERED, GOING, NOT_GOING, INTERESTED, MAYBE, REMOVED)
            .allow(DECLINED, GOING, INVITED, REMOVED)
            .allow(REMOVED, GOING, INVITED);

    /** Whether they have said what they do. */
    public boolean answered() {
        return this != INVITED;
    }
}
