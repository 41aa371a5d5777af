package io.marquee.event;

import io.marquee.identity.Access;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.identity.PersonView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people who help with one event: co-organizers and staff. The organization's owners and admins are not among them;
 * they may do everything anyway. Commands need {@link Permission#MANAGE_TEAM}.
 */
@Component
public class Team {
    private static final Set<EventRole> GIVABLE = Set.of(EventRole.ADMIN, EventRole.VIEWER, EventRole.STAFF);

    private final EventReads events;
    private final TeamTable team;
    private final Standings standings;
    private final InvitationTable invitations;
    private final People people;
    private final Access access;
    private final Clock clock;

    Team(
            EventReads events,
            TeamTable team,
            Standings standings,
            InvitationTable invitations,
            People people,
            Access access,
            Clock clock) {
        this.events = events;
        this.team = team;
        this.standings = standings;
        this.invitations = invitations;
        this.people = people;
        this.access = access;
        this.clock = clock;
    }

    /** Who has a role on the event, longest first. */
    @Transactional(readOnly = true)
    public List<TeamMember> members(EventId event) {
        managed(event);
        List<TeamTable.Role> roles = team.of(event);
        Map<PersonId, PersonView> known =
                people.byIds(roles.stream().map(TeamTable.Role::person).toList());
        List<TeamMember> members = new ArrayList<>();
        for (TeamTable.Role role : roles) {
            PersonView person = known.get(role.person());
            if (person != null) {
                members.add(new TeamMember(
                        person, role.access().role(), role.access().grants(), role.since()));
            }
        }
        return members;
    }

    /** Who was asked and has not answered, oldest first. */
    @Transactional(readOnly = true)
    public List<TeamInvitation> invitations(EventId event) {
        managed(event);
        return invitations.open(event);
    }

    /** @param grants for a viewer; others have no use for them. @throws NotFound when the person is not in the team */
    @Transactional
    public void change(EventId event, PersonId person, EventRole role, Set<EventGrant> grants) {
        EventView managed = managed(event);
        requireGivable(role);
        requireMember(event, person);
        standings.give(event, managed.organization(), person, role, fitting(role, grants));
    }

    /** Takes the role away. @throws NotFound when the person is not in the team */
    @Transactional
    public void remove(EventId event, PersonId person) {
        standings.take(event, managed(event).organization(), person);
    }

    /** @throws NotFound when the invitation is not open any more */
    @Transactional
    public void withdraw(EventId event, UUID invitation) {
        managed(event);
        Instant now = clock.instant();
        if (!invitations.revoke(event, invitation, now)) {
            throw new NotFound("invitation");
        }
    }

    static void requireGivable(EventRole role) {
        if (!GIVABLE.contains(role)) {
            throw InvalidInput.at("role", "value");
        }
    }

    static Set<EventGrant> fitting(EventRole role, Set<EventGrant> grants) {
        return role == EventRole.VIEWER ? grants : Set.of();
    }

    private void requireMember(EventId event, PersonId person) {
        if (team.of(event).stream().noneMatch(role -> role.person().equals(person))) {
            throw new NotFound("person");
        }
    }

    private EventView managed(EventId event) {
        EventView view = events.byId(event);
        access.require(Permission.MANAGE_TEAM, view.organization(), event);
        return view;
    }
}
