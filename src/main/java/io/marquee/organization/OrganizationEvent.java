package io.marquee.organization;

import io.marquee.kernel.OrganizationId;

/** What happened to an organization. */
public sealed interface OrganizationEvent {

    /**
     * Somebody is asked by mail to join.
     *
     * @param role lower case, as on the wire
     * @param path of the page that accepts, below the base URL
     */
    record MemberInvited(
            String cause,
            OrganizationId organization,
            String organizationName,
            String email,
            String invitedBy,
            String role,
            String path)
            implements OrganizationEvent {}
}
