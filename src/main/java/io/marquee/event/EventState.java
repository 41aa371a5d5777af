package io.marquee.event;

import io.marquee.kernel.Transitions;

/** The life of an event. */
public enum EventState {
    DRAFT,
    PUBLISHED,
    LIVE,
    ENDED,
    ARCHIVED,
    CANCELLED;

    /** The only moves there are. Published goes back to draft only while nothing is held or sold. */
    public static final Transitions<EventState> MOVES = Transitions.of(EventState.class)
            .allow(DRAFT, PUBLISHED, CANCELLED)
            .allow(PUBLISHED, DRAFT, LIVE, CANCELLED)
            .allow(LIVE, ENDED, CANCELLED)
            .allow(ENDED, ARCHIVED)
            .allow(CANCELLED, ARCHIVED);
}
