package io.marquee.notification;

/** How far a mail is. */
public enum MailState {
    QUEUED,
    /** There is no mail server: the administrator reads it in the outbox. */
    OUTBOX,
    /** Its recipient does not want it, or mail to them came back: it was never sent. */
    WITHHELD,
    SENT,
    /** After the last try. */
    FAILED,
    /** It came back. */
    BOUNCED
}
