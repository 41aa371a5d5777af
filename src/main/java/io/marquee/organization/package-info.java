/**
 * Organization: the tenant: its members and their roles, its brand, its public page, its followers.
 *
 * <p>Tables: organization.organizations, memberships, invitations, followers. Publishes: {@link
 * io.marquee.organization.OrganizationEvent}. Hears nothing.
 */
@ApplicationModule(
        displayName = "Organization",
        allowedDependencies = {"kernel", "platform", "audit", "media", "identity"})
@NullMarked
package io.marquee.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
