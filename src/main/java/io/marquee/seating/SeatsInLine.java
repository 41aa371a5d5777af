package io.marquee.seating;

import io.marquee.kernel.EventId;
import java.util.List;
import java.util.UUID;

/** Those who wait for seats, known to the module that sells them. */
public interface SeatsInLine {

    /**
     * The plan of an event was changed, in the transaction that runs: what is free now is theirs before anybody sees it.
     *
     * @param unblocked seats that may have come free by it
     */
    void offer(EventId event, List<UUID> unblocked);
}
