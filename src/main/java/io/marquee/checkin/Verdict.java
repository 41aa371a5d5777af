package io.marquee.checkin;

/** What the person at the door is told. */
public enum Verdict {
    ADMITTED,
    ALREADY_IN,
    WRONG_EVENT,
    WRONG_GATE,
    OUTSIDE_HOURS,
    NOT_APPROVED,
    CANCELLED,
    REFUNDED,
    TRANSFERRED,
    UNKNOWN,
    FORGED,
    DEVICE_REVOKED
}
