package io.marquee.platform.mail;

/** What a letter is about, as people choose it. What is not optional is always sent. */
public enum Topic {
    /** What the person asked for just now, such as a link to sign in. */
    ACCOUNT(false),
    /** Their orders, tickets and money. */
    PURCHASES(false),
    /** What waits for them in an organization or event that they run. */
    TEAM(false),
    INVITATIONS(true),
    REMINDERS(true),
    /** What an organizer tells their guests. */
    NEWS(true),
    /** Whoever mentions them in an event's chat; told within the product alone. */
    CHAT(true),
    /** Questions after the event. */
    FEEDBACK(true);

    private final boolean optional;

    Topic(boolean optional) {
        this.optional = optional;
    }

    /** Whether there are mails about it. */
    public boolean mailed() {
        return this != CHAT;
    }

    public boolean optional() {
        return optional;
    }
}
