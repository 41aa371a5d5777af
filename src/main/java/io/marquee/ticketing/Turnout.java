package io.marquee.ticketing;

/**
 * Who came, of those who may.
 *
 * @param in tickets that were admitted at least once
 * @param of all that were not given back, no-shows among them
 */
public record Turnout(int in, int of) {}
