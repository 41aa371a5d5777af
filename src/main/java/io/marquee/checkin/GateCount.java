package io.marquee.checkin;

/** How many scans at a gate let somebody in, and how many did not. */
public record GateCount(String gate, int admitted, int refused) {}
