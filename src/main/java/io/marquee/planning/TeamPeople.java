package io.marquee.planning;

import io.marquee.event.EventView;
import io.marquee.event.Team;
import io.marquee.event.TeamMember;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.identity.PersonView;
import io.marquee.kernel.PersonId;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.EventRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works on an event: its own team, and those of the organization who may edit it. */
@Component
public class TeamPeople {
    private final Team team;
    private final OrganizationReads organizations;
    private final People people;
    private final Acting acting;

    TeamPeople(Team team, OrganizationReads organizations, People people, Acting acting) {
        this.team = team;
        this.organizations = organizations;
        this.people = people;
        this.acting = acting;
    }

    /** Everybody to whom a task can be given. Asked as the system: whoever gives one need not manage the team. */
    @Transactional(readOnly = true)
    public Map<PersonId, PersonView> of(EventView event) {
        return acting.asSystem(event.organization(), () -> {
            Map<PersonId, PersonView> all = new LinkedHashMap<>(
                    people.byIds(organizations.whoMay(Permission.EDIT_EVENT, event.organization())));
            team.members(event.id()).forEach(member -> all.put(member.person().id(), member.person()));
            return all;
        });
    }

    /** Those whom all of it concerns. */
    List<PersonId> incharge(EventView event) {
        return acting.asSystem(
                event.organization(),
                () -> Stream.concat(
                                organizations.whoMay(Permission.EDIT_EVENT, event.organization()).stream(),
                                team.members(event.id()).stream()
                                        .filter(member ->
                                                member.role() == EventRole.OWNER || member.role() == EventRole.ADMIN)
                                        .map(TeamMember::person)
                                        .map(PersonView::id))
                        .distinct()
                        .toList());
    }
}
