package io.marquee.pricing;

import io.marquee.kernel.EventId;
import java.util.List;
import java.util.UUID;

/** The ticket types that prices are for, told by the module that sells them. */
public interface TypeNames {

    /** @param archived off sale for good: what was decided about it stays as it is */
    record NamedType(UUID id, String name, boolean archived) {}

    /** All of an event, in its order. */
    List<NamedType> of(EventId event);

    /** In which an amount is likely to be meant: the code of the currency that the event sells in. */
    String currency(EventId event);
}
