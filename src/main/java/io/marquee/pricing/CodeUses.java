package io.marquee.pricing;

import io.marquee.kernel.EventId;
import java.util.Map;
import java.util.UUID;

/** How often codes are used, told by the module that counts stock: held and ordered, exactly. */
public interface CodeUses {

    /** By the codes' ids; those that nobody uses may be left out. */
    Map<UUID, Integer> of(EventId event);
}
