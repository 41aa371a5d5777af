package io.marquee.organization;

import io.marquee.kernel.OrganizationId;
import org.jspecify.annotations.Nullable;

/** What happened to an organization. */
public sealed interface OrganizationEvent {

    /**
     * Somebody is asked by mail to join.
     *
     * @param role lower case, as on the wire
     * @param path of the page that accepts, below the base URL
     * @param language of whoever invites; null in those of earlier versions
     */
    record MemberInvited(
            String cause,
            OrganizationId organization,
            String organizationName,
            String email,
            String invitedBy,
            String role,
            String path,
            @Nullable String language)
            implements OrganizationEvent {}
}
