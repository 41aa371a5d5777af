package io.marquee.notification;

/** How far a mail is. */
public enum MailState {
    QUEUED,
    /** There is no mail server: the administrator reads it in the outbox. */
    OUTBOX,
    SENT,
    /** After the last try. */
    FAILED
}
