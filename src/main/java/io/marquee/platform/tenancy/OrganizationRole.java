package io.marquee.platform.tenancy;

/** What a person is to an organization, strongest first. */
public enum OrganizationRole {
    /** Everything, and the money. */
    OWNER,
    /** Everything but ownership and the payout account. */
    ADMIN,
    /** Makes events, and is admin of those. */
    MEMBER,
    /** Sees. */
    VIEWER
}
