package io.marquee.event;

import io.marquee.kernel.EventId;

/** Told by those above who know guests and buyers: whether anybody was asked to an event, would come, or began to buy. */
public interface PeopleComing {
    boolean exist(EventId event);
}
