package io.marquee.organization;

import io.marquee.platform.tenancy.OrganizationRole;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who was asked to join and has not answered.
 *
 * @param invitedBy the name of whoever asked them
 */
public record InvitationView(
        UUID id,
        OrganizationView organization,
        String email,
        OrganizationRole role,
        String invitedBy,
        Instant createdAt,
        Instant expiresAt) {}
