package io.marquee.notification;

/** Why an address is not written to. */
public enum Reason {
    /** Its owner said so. */
    UNSUBSCRIBED,
    /** Its owner called a mail spam. */
    COMPLAINED,
    /** A mail came back: there is no such mailbox. */
    BOUNCED,
    /** The organizer entered it, for somebody who asked them. */
    ENTERED
}
