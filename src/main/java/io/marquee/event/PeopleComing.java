package io.marquee.event;

import io.marquee.kernel.EventId;

/** Told by those above who know guests: whether anybody was asked to an event, or said that they come. */
public interface PeopleComing {
    boolean exist(EventId event);
}
