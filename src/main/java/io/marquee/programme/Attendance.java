package io.marquee.programme;

import io.marquee.kernel.EventId;
import java.util.Set;

/** Told by those above who know tickets and guests: the events to which the person who acts comes. */
public interface Attendance {
    Set<EventId> mine();
}
