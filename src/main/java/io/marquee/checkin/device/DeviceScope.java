package io.marquee.checkin.device;

/** What a device may do beside scanning, where the organizer said so. */
public enum DeviceScope {
    /** At the counter: for cash, or with a card on a reader of the organizer's. */
    SELL,
    /** Put a ticket in the name of whoever stands there. */
    RENAME
}
