package io.marquee.organization;

import io.marquee.identity.Permission;
import io.marquee.kernel.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What others may read of organizations. */
@Component
public class OrganizationReads {

    /** @throws io.marquee.kernel.NotFound */
    public OrganizationView byId(OrganizationId id) {
        throw new UnsupportedOperationException();
    }

    /** @param idOrSlug as in an address. @throws io.marquee.kernel.NotFound */
    public OrganizationView find(String idOrSlug) {
        throw new UnsupportedOperationException();
    }

    public Map<OrganizationId, OrganizationView> byIds(Collection<OrganizationId> ids) {
        throw new UnsupportedOperationException();
    }

    /** Those in which the acting person may do this, by name. */
    public List<OrganizationView> mine(Permission permission) {
        throw new UnsupportedOperationException();
    }
}
