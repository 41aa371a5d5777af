package io.marquee.platform.tenancy;

/** What a person is to one event beside what they are to its organization, strongest first. */
public enum EventRole {
    OWNER,
    /** Edits, invites, sees the figures, refunds. */
    ADMIN,
    /** Sees; the default of a co-organizer. Single grants can add to it. */
    VIEWER,
    /** Checks people in: no money, no contact data. */
    STAFF
}
