package io.marquee.checkin.list;

/** What a list lets into. */
public enum ListKind {
    /** The event itself: whoever is on it has come. */
    ADMISSION,
    /** A room within the event. */
    SESSION,
    /** Nothing: something is handed out, such as a shirt. */
    HAND_OUT
}
