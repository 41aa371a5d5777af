package io.marquee.integration.webhook;

/** How far a message is. */
public enum DeliveryState {
    WAITING,
    DELIVERED,
    /** After the last try. */
    FAILED
}
