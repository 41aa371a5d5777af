package io.marquee.event;

import io.marquee.platform.tenancy.EventRole;

/** What somebody is to an event, as its history tells it. */
enum Standing {
    OWNER,
    ADMIN,
    VIEWER,
    STAFF,
    GONE;

    static Standing of(EventRole role) {
        return switch (role) {
            case OWNER -> OWNER;
            case ADMIN -> ADMIN;
            case VIEWER -> VIEWER;
            case STAFF -> STAFF;
        };
    }
}
