package io.marquee.platform.live;

import java.util.Collection;

/** Tells the {@link Hearer}s of all nodes something, once the transaction under way commits; nothing where it rolls back. */
public interface Herald {

    /** @param payloads short, such as ids: nothing that must stay secret */
    void tell(String channel, Collection<String> payloads);
}
