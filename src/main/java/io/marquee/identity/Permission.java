package io.marquee.identity;

import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.platform.tenancy.OrganizationRole;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one may ask to do. This is the whole table of who may do what: for each act the roles on the organization, the
 * roles on the event, and the grant that gives it to a viewer of the event.
 */
public enum Permission {
    SEE_ORGANIZATION(organizations("owner admin member viewer"), events(""), null),
    EDIT_ORGANIZATION(organizations("owner admin"), events(""), null),
    MANAGE_MEMBERS(organizations("owner admin"), events(""), null),
    MANAGE_OWNERS(organizations("owner"), events(""), null),
    /** The organization's account at a provider, what lies in it, and disputes. */
    MANAGE_MONEY(organizations("owner"), events(""), null),
    CREATE_EVENT(organizations("owner admin member"), events(""), null),
    IMPORT_EVENTS(organizations("owner admin"), events(""), null),

    SEE_EVENT(organizations("owner admin viewer"), events("owner admin viewer"), null),
    EDIT_EVENT(organizations("owner admin"), events("owner admin"), EventGrant.EDIT),
    PUBLISH_EVENT(organizations("owner admin"), events("owner admin"), null),
    CANCEL_EVENT(organizations("owner admin"), events("owner admin"), null),
    DELETE_EVENT(organizations("owner admin"), events("owner"), null),
    MANAGE_TEAM(organizations("owner admin"), events("owner admin"), null),
    SEE_GUESTS(organizations("owner admin viewer"), events("owner admin"), EventGrant.GUESTS),
    /** Approve, invite, note, tag, merge and remove guests. */
    MANAGE_GUESTS(organizations("owner admin"), events("owner admin"), EventGrant.GUESTS),
    SEE_ORDERS(organizations("owner admin viewer"), events("owner admin"), EventGrant.ORDERS),
    /** What writes to the buyer and moves no money. */
    HANDLE_ORDERS(organizations("owner admin"), events("owner admin"), EventGrant.ORDERS),
    /** At the counter, for cash: takes money, and gives none back. */
    SELL_AT_DOOR(organizations("owner admin"), events("owner admin"), EventGrant.ORDERS),
    REFUND(organizations("owner admin"), events("owner admin"), null),
    /** The books; the ledger's own policies say the same. */
    SEE_FINANCES(organizations("owner admin"), events("owner admin"), null),
    /** Who did what, and going back to how it was before. */
    SEE_TRAIL(organizations("owner admin"), events("owner admin"), null),
    CHECK_IN(organizations("owner admin"), events("owner admin staff"), null);

    private final Set<OrganizationRole> organizationRoles;
    private final Set<EventRole> eventRoles;
    private final @Nullable EventGrant grant;

    Permission(Set<OrganizationRole> organizationRoles, Set<EventRole> eventRoles, @Nullable EventGrant grant) {
        this.organizationRoles = organizationRoles;
        this.eventRoles = eventRoles;
        this.grant = grant;
    }

    public boolean givenBy(@Nullable OrganizationRole role) {
        return role != null && organizationRoles.contains(role);
    }

    public boolean givenBy(io.marquee.platform.tenancy.@Nullable EventAccess access) {
        return access != null
                && (eventRoles.contains(access.role())
                        || access.role() == EventRole.VIEWER
                                && grant != null
                                && access.grants().contains(grant));
    }

    private static Set<OrganizationRole> organizations(String names) {
        Set<OrganizationRole> roles = EnumSet.noneOf(OrganizationRole.class);
        names.lines()
                .flatMap(l -> java.util.Arrays.stream(l.split(" ")))
                .filter(n -> !n.isEmpty())
                .forEach(n -> roles.add(io.marquee.kernel.Wire.parse(OrganizationRole.class, n)));
        return roles;
    }

    private static Set<EventRole> events(String names) {
        Set<EventRole> roles = EnumSet.noneOf(EventRole.class);
        names.lines()
                .flatMap(l -> java.util.Arrays.stream(l.split(" ")))
                .filter(n -> !n.isEmpty())
                .forEach(n -> roles.add(io.marquee.kernel.Wire.parse(EventRole.class, n)));
        return roles;
    }
}
