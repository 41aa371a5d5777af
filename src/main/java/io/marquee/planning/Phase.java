package io.marquee.planning;

/** In which part of an event's making something is done; in order. */
public enum Phase {
    PLAN,
    PREPARE,
    PROMOTE,
    RUN,
    AFTER
}
