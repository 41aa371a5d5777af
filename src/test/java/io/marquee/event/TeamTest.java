package io.marquee.event;

import static io.marquee.testing.EventFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.audit.History;
import io.marquee.kernel.Forbidden;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Unauthenticated;
import io.marquee.organization.OrganizationView;
import io.marquee.organization.Organizations;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.EventAccess;
import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class TeamTest {
    @Autowired
    Team team;

    @Autowired
    TeamInvitations invitations;

    @Autowired
    TeamRoles roles;

    @Autowired
    History history;

    @Autowired
    Organizations organizations;

    @Autowired
    Acting acting;

    @Autowired
    PeopleFixture people;

    @Autowired
    EventFixture fixture;

    Actor.Person ada;
    PersonId grace;
    EventView event;
    String email;

    @BeforeEach
    void ada_has_an_event() {
        PersonId person = people.person("Ada Lind");
        OrganizationView organization =
                acting.as(people.actor(person), () -> organizations.create(person, "Pier " + person));
        ada = people.actor(person);
        grace = people.person("Grace");
        event = fixture.draft(organization.id());
        email = PeopleFixture.address("grace");
    }

    @Test
    void whoever_is_asked_and_accepts_has_the_role_and_its_grants() {
        ask(EventRole.VIEWER, EventGrant.GUESTS);
        acceptAs(grace);
        assertThat(roles.of(grace))
                .containsEntry(event.id(), new EventAccess(EventRole.VIEWER, Set.of(EventGrant.GUESTS)));
        assertThat(acting.as(ada, () -> team.members(event.id())))
                .extracting(member -> member.person().name())
                .containsExactly("Grace");
        assertThat(acting.as(ada, () -> team.invitations(event.id()))).isEmpty();
    }

    @Test
    void a_link_works_once() {
        ask(EventRole.STAFF);
        acceptAs(grace);
        PersonId other = people.person("Mallory");
        assertThatThrownBy(() -> acceptAs(other)).isInstanceOf(EventRefused.InvitationGone.class);
        assertThat(roles.of(other)).isEmpty();
    }

    @Test
    void a_withdrawn_invitation_gives_nothing_and_the_address_can_be_asked_again() {
        TeamInvitation asked = ask(EventRole.ADMIN);
        acting.as(ada, () -> team.withdraw(event.id(), asked.id()));
        assertThatThrownBy(() -> acceptAs(grace)).isInstanceOf(EventRefused.InvitationGone.class);
        ask(EventRole.VIEWER);
        acceptAs(grace);
        assertThat(roles.of(grace).get(event.id()).role()).isEqualTo(EventRole.VIEWER);
    }

    @Test
    void an_invitation_to_less_does_not_take_a_stronger_role_away() {
        ask(EventRole.ADMIN);
        acceptAs(grace);
        email = PeopleFixture.address("grace");
        ask(EventRole.STAFF);
        acceptAs(grace);
        assertThat(roles.of(grace).get(event.id()).role()).isEqualTo(EventRole.ADMIN);
    }

    @Test
    void grants_are_for_viewers_and_ownership_is_not_given_away_here() {
        ask(EventRole.STAFF, EventGrant.ORDERS);
        acceptAs(grace);
        assertThat(roles.of(grace).get(event.id()).grants()).isEmpty();
        assertThatThrownBy(() -> ask(EventRole.OWNER)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> acting.as(ada, () -> team.change(event.id(), grace, EventRole.OWNER, Set.of())))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void roles_change_and_end_with_a_trace() {
        ask(EventRole.VIEWER);
        acceptAs(grace);
        acting.as(ada, () -> team.change(event.id(), grace, EventRole.STAFF, Set.of()));
        acting.as(ada, () -> team.remove(event.id(), grace));
        assertThat(roles.of(grace)).isEmpty();
        assertThat(acting.as(ada, () -> history.of(grace.value())))
                .extracting(History.Entry::to)
                .containsExactly("viewer", "staff", "gone");
        assertThatThrownBy(() -> acting.as(ada, () -> team.remove(event.id(), grace)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> acting.as(ada, () -> team.change(event.id(), grace, EventRole.ADMIN, Set.of())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void viewers_and_staff_manage_nobody_and_nobody_accepts_without_an_account() {
        Actor viewer = person(event.id(), EventRole.VIEWER, EventGrant.EDIT);
        assertThatThrownBy(() -> acting.as(viewer, () -> team.members(event.id())))
                .isInstanceOf(Forbidden.class);
        ask(EventRole.VIEWER);
        String token = token();
        assertThatThrownBy(() -> acting.as(Actor.ANONYMOUS, () -> invitations.accept(token)))
                .isInstanceOf(Unauthenticated.class);
    }

    @Test
    void a_made_up_token_opens_nothing() {
        assertThatThrownBy(() -> invitations.open("AAAA")).isInstanceOf(NotFound.class);
        ask(EventRole.VIEWER);
        String token = token();
        String other = (token.charAt(0) == 'A' ? "B" : "A") + token.substring(1);
        assertThatThrownBy(() -> invitations.open(other)).isInstanceOf(NotFound.class);
    }

    private TeamInvitation ask(EventRole role, EventGrant... grants) {
        return acting.as(ada, () -> invitations.invite(event.id(), email, role, Set.of(grants)));
    }

    private void acceptAs(PersonId person) {
        acting.as(people.actor(person), () -> invitations.accept(token()));
    }

    private String token() {
        return fixture.invitationPath(email).replaceFirst(".*/", "");
    }
}
