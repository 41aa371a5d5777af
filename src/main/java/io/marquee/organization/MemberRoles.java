package io.marquee.organization;

import io.marquee.identity.OrganizationRoles;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.OrganizationRole;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells identity what a person is to which organization. */
@Component
class MemberRoles implements OrganizationRoles {
    private final MembershipRows rows;

    MemberRoles(MembershipRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<OrganizationId, OrganizationRole> of(PersonId person) {
        return rows.rolesOf(person);
    }
}
