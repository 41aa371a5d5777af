package io.marquee.organization;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What others may read of organizations. */
@Component
public class OrganizationReads {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,100}");

    private final OrganizationRows rows;
    private final MembershipRows memberships;
    private final Access access;

    OrganizationReads(OrganizationRows rows, MembershipRows memberships, Access access) {
        this.rows = rows;
        this.memberships = memberships;
        this.access = access;
    }

    /** @throws io.marquee.kernel.NotFound */
    @Transactional(readOnly = true)
    public OrganizationView byId(OrganizationId id) {
        return rows.byId(id).orElseThrow(() -> new NotFound("organization"));
    }

    /** @param idOrSlug as in an address. @throws io.marquee.kernel.NotFound */
    @Transactional(readOnly = true)
    public OrganizationView find(String idOrSlug) {
        return id(idOrSlug)
                .flatMap(rows::byId)
                .or(() -> SLUG.matcher(idOrSlug).matches() ? rows.bySlug(idOrSlug) : Optional.empty())
                .orElseThrow(() -> new NotFound("organization"));
    }

    /** Those there are; the others are left out. */
    @Transactional(readOnly = true)
    public Map<OrganizationId, OrganizationView> byIds(Collection<OrganizationId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rows.byIds(ids.stream().map(OrganizationId::value).toList()).stream()
                        .collect(Collectors.toMap(OrganizationView::id, Function.identity()));
    }

    /** Those in which the acting person may do this, by name. */
    @Transactional(readOnly = true)
    public List<OrganizationView> mine(Permission permission) {
        UUID[] reach = access.reach(permission).organizations();
        return reach.length == 0 ? List.of() : rows.byIds(List.of(reach));
    }

    /** Who may do this everywhere in it. As the system for it, for mails to them. */
    @Transactional(readOnly = true)
    public List<PersonId> whoMay(Permission permission, OrganizationId organization) {
        return memberships.of(organization).stream()
                .filter(member -> permission.givenBy(member.role()))
                .map(MembershipRows.Row::person)
                .toList();
    }

    private static Optional<OrganizationId> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(OrganizationId.valueOf(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
