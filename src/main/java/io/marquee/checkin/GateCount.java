package io.marquee.checkin;

/** How many a gate let in. */
public record GateCount(String gate, int admitted) {}
