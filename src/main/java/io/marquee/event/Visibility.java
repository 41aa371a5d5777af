package io.marquee.event;

/** Who finds and reads an event's page: public is listed, unlisted needs the address, members are the organization's people, private the event's team. */
public enum Visibility {
    PUBLIC,
    UNLISTED,
    MEMBERS,
    PRIVATE
}
