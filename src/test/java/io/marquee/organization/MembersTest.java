package io.marquee.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.audit.History;
import io.marquee.identity.IdentityRefused;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.kernel.Forbidden;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class MembersTest {
    @Autowired
    private Organizations organizations;

    @Autowired
    private OrganizationReads reads;

    @Autowired
    private Members members;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Joining joining;

    @Autowired
    private History history;

    @Autowired
    private People known;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private OrganizationFixture fixture;

    @Autowired
    private Acting acting;

    private PersonId owner;
    private OrganizationId jazz;

    @BeforeEach
    void make_an_organization() {
        owner = people.person("Olga Owner");
        jazz = fixture.organization(owner, "Jazz Nights").id();
    }

    @Test
    void names_alike_get_different_addresses() {
        OrganizationView other = fixture.organization(owner, "Jazz Nights");
        assertThat(other.slug())
                .startsWith("jazz-nights")
                .isNotEqualTo(reads.byId(jazz).slug());
        assertThat(reads.find(other.slug()).id()).isEqualTo(other.id());
        assertThat(reads.find(other.id().toString()).id()).isEqualTo(other.id());
    }

    @Test
    void a_person_has_one_personal_organization_however_often_they_need_it() throws Exception {
        PersonId person = people.person("Per Sona");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<OrganizationId>> made = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(n -> threads.submit(() -> {
                        start.await();
                        return acting.as(
                                people.actor(person),
                                () -> organizations.personal(person).id());
                    }))
                    .toList();
            start.countDown();
            OrganizationId first = made.getFirst().get();
            for (Future<OrganizationId> one : made) {
                assertThat(one.get()).isEqualTo(first);
            }
            assertThat(people.actor(person).organizations()).containsOnlyKeys(first);
        }
    }

    @Test
    void who_makes_an_organization_owns_it_and_sees_it_among_theirs() {
        assertThat(people.actor(owner).organizations()).containsEntry(jazz, OrganizationRole.OWNER);
        List<OrganizationView> mine = acting.as(people.actor(owner), () -> reads.mine(Permission.CREATE_EVENT));
        assertThat(mine).extracting(OrganizationView::id).containsExactly(jazz);
    }

    @Test
    void an_invited_person_joins_with_the_role_that_they_were_asked_for() {
        PersonId viewer = fixture.member(owner, jazz, OrganizationRole.VIEWER);

        assertThat(people.actor(viewer).organizations()).containsEntry(jazz, OrganizationRole.VIEWER);
        assertThat(acting.as(people.actor(owner), () -> history.of(viewer.value())))
                .extracting(History.Entry::to)
                .containsExactly("viewer");
    }

    @Test
    void an_invitation_is_good_once_and_for_its_address_alone() {
        String email = PeopleFixture.address("guest");
        acting.as(people.actor(owner), () -> invitations.send(jazz, email, OrganizationRole.MEMBER));
        String token = fixture.token(email);
        PersonId other = people.person("Other Person");
        assertThatThrownBy(() -> acting.as(people.actor(other), () -> joining.accept(token)))
                .isInstanceOf(OrganizationRefused.InvitationOfAnother.class);

        PersonId unsure = people.unconfirmed(email, null);
        assertThatThrownBy(() -> acting.as(people.actor(unsure), () -> joining.accept(token)))
                .isInstanceOf(IdentityRefused.AddressUnconfirmed.class);

        people.confirm(unsure, email);
        acting.as(people.actor(unsure), () -> joining.accept(token));
        assertThatThrownBy(() -> acting.as(people.actor(unsure), () -> joining.accept(token)))
                .isInstanceOf(OrganizationRefused.InvitationNotGood.class);
    }

    @Test
    void a_withdrawn_or_replaced_invitation_opens_nothing() {
        String email = PeopleFixture.address("guest");
        acting.as(people.actor(owner), () -> invitations.send(jazz, email, OrganizationRole.ADMIN));
        String first = fixture.token(email);
        InvitationView second =
                acting.as(people.actor(owner), () -> invitations.send(jazz, email, OrganizationRole.VIEWER));
        assertThatThrownBy(() -> joining.find(first)).isInstanceOf(OrganizationRefused.InvitationNotGood.class);
        assertThat(joining.find(fixture.token(email)).role()).isEqualTo(OrganizationRole.VIEWER);

        acting.as(people.actor(owner), () -> invitations.revoke(jazz, second.id()));
        assertThatThrownBy(() -> joining.find(fixture.token(email)))
                .isInstanceOf(OrganizationRefused.InvitationNotGood.class);
        assertThat(acting.as(people.actor(owner), () -> invitations.open(jazz))).isEmpty();
    }

    @Test
    void only_owners_make_owners_or_touch_them() {
        PersonId admin = fixture.member(owner, jazz, OrganizationRole.ADMIN);
        PersonId viewer = fixture.member(owner, jazz, OrganizationRole.VIEWER);
        assertThatThrownBy(() -> as(admin, () -> members.changeRole(jazz, viewer, OrganizationRole.OWNER)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(admin, () -> members.changeRole(jazz, owner, OrganizationRole.VIEWER)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(admin, () -> members.remove(jazz, owner))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() ->
                        as(admin, () -> invitations.send(jazz, PeopleFixture.address("x"), OrganizationRole.OWNER)))
                .isInstanceOf(Forbidden.class);

        as(admin, () -> members.changeRole(jazz, viewer, OrganizationRole.MEMBER));
        as(owner, () -> members.changeRole(jazz, viewer, OrganizationRole.OWNER));
        assertThat(people.actor(viewer).organizations()).containsEntry(jazz, OrganizationRole.OWNER);
    }

    @Test
    void members_and_viewers_manage_nobody() {
        for (OrganizationRole role : List.of(OrganizationRole.MEMBER, OrganizationRole.VIEWER)) {
            PersonId person = fixture.member(owner, jazz, role);
            assertThatThrownBy(() -> as(person, () -> members.changeRole(jazz, person, OrganizationRole.ADMIN)))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> as(person, () -> invitations.open(jazz))).isInstanceOf(Forbidden.class);
            assertThat(acting.as(people.actor(person), () -> members.of(jazz)))
                    .isNotEmpty()
                    .allMatch(member -> member.email() == null);
        }
    }

    @Test
    void a_stranger_learns_nothing_of_the_members() {
        PersonId stranger = people.person("Stran Ger");
        assertThatThrownBy(() -> acting.as(people.actor(stranger), () -> members.of(jazz)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_last_owner_can_neither_leave_nor_step_down() {
        assertThatThrownBy(() -> as(owner, () -> members.remove(jazz, owner)))
                .isInstanceOf(OrganizationRefused.LastOwner.class);
        assertThatThrownBy(() -> as(owner, () -> members.changeRole(jazz, owner, OrganizationRole.ADMIN)))
                .isInstanceOf(OrganizationRefused.LastOwner.class);
    }

    @Test
    void of_two_owners_who_leave_at_once_one_stays() throws Exception {
        PersonId second = fixture.member(owner, jazz, OrganizationRole.OWNER);
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> left = List.of(owner, second).stream()
                    .map(person -> threads.submit(() -> {
                        start.await();
                        try {
                            as(person, () -> members.remove(jazz, person));
                            return true;
                        } catch (OrganizationRefused.LastOwner e) {
                            return false;
                        }
                    }))
                    .toList();
            start.countDown();
            assertThat(List.of(left.get(0).get(), left.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void an_organization_that_was_handed_over_is_personal_no_longer() {
        PersonId person = people.person("Per Sona");
        OrganizationId personal = acting.as(
                people.actor(person), () -> organizations.personal(person).id());
        fixture.member(person, personal, OrganizationRole.OWNER);

        as(person, () -> members.remove(personal, person));

        assertThat(acting.as(
                        people.actor(person),
                        () -> organizations.personal(person).id()))
                .isNotEqualTo(personal);
    }

    @Test
    void a_member_is_not_invited_again() {
        String email = known.byIds(List.of(owner)).get(owner).email().value();
        assertThatThrownBy(() -> as(owner, () -> invitations.send(jazz, email, OrganizationRole.VIEWER)))
                .isInstanceOf(InvalidInput.class);
    }

    private void as(PersonId person, Runnable work) {
        acting.as(people.actor(person), work);
    }
}
