package io.marquee.identity;

/** What a person is to the whole platform beside an attendee, which everybody is. */
public enum PlatformRole {
    /** From the first organization that they made. */
    ORGANIZER,
    /** Runs the installation. */
    ADMIN
}
