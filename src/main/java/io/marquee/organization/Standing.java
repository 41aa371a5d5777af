package io.marquee.organization;

import io.marquee.platform.tenancy.OrganizationRole;

/** What somebody is to an organization, as its history tells it. */
enum Standing {
    OWNER,
    ADMIN,
    MEMBER,
    VIEWER,
    GONE;

    static Standing of(OrganizationRole role) {
        return switch (role) {
            case OWNER -> OWNER;
            case ADMIN -> ADMIN;
            case MEMBER -> MEMBER;
            case VIEWER -> VIEWER;
        };
    }
}
