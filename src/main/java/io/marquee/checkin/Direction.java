package io.marquee.checkin;

/** Which way somebody goes through a gate. */
public enum Direction {
    IN,
    OUT
}
