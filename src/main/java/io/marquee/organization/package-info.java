/**
 * Organization: the tenant: its members and their roles, its brand, its public page.
 *
 * <p>Tables: organization.organizations, memberships, invitations. Publishes: {@link
 * io.marquee.organization.OrganizationEvent}. Hears nothing.
 */
@ApplicationModule(
        displayName = "Organization",
        allowedDependencies = {"kernel", "platform", "audit", "media", "identity"})
@NullMarked
package io.marquee.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
