package io.marquee.event;

import io.marquee.kernel.EventId;

/** Told by the module that sells: whether anything of an event is held or sold. */
public interface CommittedSales {
    boolean exist(EventId event);
}
