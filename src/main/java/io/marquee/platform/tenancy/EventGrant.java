package io.marquee.platform.tenancy;

/** What can be granted to a viewer of an event, one by one. */
public enum EventGrant {
    EDIT,
    GUESTS,
    ORDERS
}
