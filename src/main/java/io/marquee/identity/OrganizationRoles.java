package io.marquee.identity;

import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.OrganizationRole;
import java.util.Map;

/** Told by the module that keeps organizations' members; asked once a request, acting as the platform. */
public interface OrganizationRoles {
    Map<OrganizationId, OrganizationRole> of(PersonId person);
}
