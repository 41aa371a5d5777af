package io.marquee.waitingroom;

/** How an event's team wants its waiting room. */
public enum RoomMode {
    /** It comes on by itself while the checkout is saturated. */
    AUTO,
    /** Everybody passes through it. */
    ON,
    OFF
}
