package io.marquee.checkin.list;

/** How often a ticket counts on a list. */
public enum ListRule {
    ONCE,
    /** By the days of the event's time zone. */
    ONCE_A_DAY,
    /** Again after each exit. */
    RE_ENTRY
}
