package io.marquee.notification;

/** How a message reaches a person. */
public enum Channel {
    EMAIL,
    IN_APP
}
