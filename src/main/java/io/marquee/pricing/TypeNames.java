package io.marquee.pricing;

import io.marquee.kernel.EventId;
import java.util.List;
import java.util.UUID;

/** The ticket types that prices are for, told by the module that sells them. */
public interface TypeNames {

    record NamedType(UUID id, String name, boolean hidden) {}

    /** Those of an event that are not archived, in its order. */
    List<NamedType> of(EventId event);

    /** In which an amount is likely to be meant: the code of the currency that the event sells in. */
    String currency(EventId event);
}
