package io.marquee.seating;

import io.marquee.kernel.EventId;
import java.util.List;
import java.util.UUID;

/** The ticket types that an event's sections can be sold with, told by the module that sells them. */
public interface TypesToSeat {

    /** @param size how many there are of it in all */
    record Type(UUID id, String name, int size) {}

    /** Those that are not archived, in the order of the event's page. */
    List<Type> of(EventId event);
}
