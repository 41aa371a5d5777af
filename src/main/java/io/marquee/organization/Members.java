package io.marquee.organization;

import io.marquee.identity.Access;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.identity.PersonView;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.OrganizationRole;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs to an organization, as what, and until when. Only owners make owners, or unmake them. */
@Component
public class Members {
    private final MembershipRows rows;
    private final Standings standings;
    private final People people;
    private final Access access;

    Members(MembershipRows rows, Standings standings, People people, Access access) {
        this.rows = rows;
        this.standings = standings;
        this.people = people;
        this.access = access;
    }

    /** The longest members first. @throws io.marquee.kernel.Refusal unless the actor may see the organization */
    @Transactional(readOnly = true)
    public List<MemberView> of(OrganizationId organization) {
        access.require(Permission.SEE_ORGANIZATION, organization);
        List<MembershipRows.Row> members = rows.of(organization);
        Map<PersonId, PersonView> known =
                people.byIds(members.stream().map(MembershipRows.Row::person).toList());
        boolean manages = access.may(Permission.MANAGE_MEMBERS, organization);
        PersonId me = access.personId();
        return members.stream()
                .filter(member -> known.containsKey(member.person()))
                .map(member -> view(member, Objects.requireNonNull(known.get(member.person())), manages, me))
                .toList();
    }

    private static MemberView view(MembershipRows.Row member, PersonView person, boolean manages, PersonId me) {
        return new MemberView(
                member.person(),
                person.name(),
                manages ? person.email().value() : null,
                person.avatar(),
                member.role(),
                member.since(),
                member.person().equals(me));
    }

    /**
     * Gives a member another role.
     *
     * @throws NotFound when they are no member
     * @throws OrganizationRefused.LastOwner
     */
    @Transactional
    public void changeRole(OrganizationId organization, PersonId person, OrganizationRole role) {
        access.require(Permission.MANAGE_MEMBERS, organization);
        OrganizationRole from = roleOf(organization, person);
        requireForOwners(organization, from, role);
        standings.change(organization, person, from, role);
    }

    /**
     * Takes a member out; everybody may take themselves out.
     *
     * @throws NotFound when they are no member
     * @throws OrganizationRefused.LastOwner
     */
    @Transactional
    public void remove(OrganizationId organization, PersonId person) {
        boolean myself = person.equals(access.personId());
        access.require(myself ? Permission.SEE_ORGANIZATION : Permission.MANAGE_MEMBERS, organization);
        OrganizationRole from = roleOf(organization, person);
        if (!myself) {
            requireForOwners(organization, from, from);
        }
        standings.leave(organization, person, from);
    }

    private OrganizationRole roleOf(OrganizationId organization, PersonId person) {
        return rows.roleOf(organization, person).orElseThrow(() -> new NotFound("member"));
    }

    private void requireForOwners(OrganizationId organization, OrganizationRole from, OrganizationRole to) {
        if (from == OrganizationRole.OWNER || to == OrganizationRole.OWNER) {
            access.require(Permission.MANAGE_OWNERS, organization);
        }
    }
}
