package io.marquee.programme;

import io.marquee.kernel.EventId;
import io.marquee.platform.tenancy.Actor;
import java.util.Set;

/** Told by those above who know tickets and guests: who comes, or may. */
public interface Attendance {
    /** The events to which the person who acts comes. */
    Set<EventId> mine();

    /** Whether this link is that of somebody who comes to the event, or was asked to. */
    boolean leadsTo(EventId event, Actor.Capability link);

    /** Whether this link was good once, and another has taken its place. */
    default boolean hasEnded(Actor.Capability link) {
        return false;
    }
}
