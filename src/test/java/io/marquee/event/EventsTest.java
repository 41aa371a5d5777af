package io.marquee.event;

import static io.marquee.testing.EventFixture.concert;
import static io.marquee.testing.EventFixture.owner;
import static io.marquee.testing.EventFixture.person;
import static io.marquee.testing.EventFixture.stranger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.audit.History;
import io.marquee.identity.Permission;
import io.marquee.kernel.EditedMeanwhile;
import io.marquee.kernel.Forbidden;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class EventsTest {
    @Autowired
    Events events;

    @Autowired
    EventReads reads;

    @Autowired
    TeamRoles roles;

    @Autowired
    History history;

    @Autowired
    Acting acting;

    @Autowired
    EventFixture fixture;

    OrganizationId organization;
    Actor.Person owner;

    @BeforeEach
    void anOrganization() {
        organization = fixture.organization();
        owner = owner(organization);
    }

    @Test
    void a_new_event_is_a_draft_that_only_its_people_see() {
        EventView draft = fixture.draft(organization);
        assertThat(draft.state()).isEqualTo(EventState.DRAFT);
        assertThat(draft.startsAt()).isEqualTo("2031-06-18T18:30:00Z");
        assertThat(acting.as(owner, () -> reads.visible(draft.slug()))).isEqualTo(draft);
        assertThatThrownBy(() -> acting.as(Actor.ANONYMOUS, () -> reads.visible(draft.slug())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> acting.as(stranger(), () -> reads.visible(draft.slug())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void publishing_shows_it_to_everybody_and_leaves_a_trace() {
        EventView published = fixture.published(organization);
        assertThat(acting.as(Actor.ANONYMOUS, () -> reads.visible(published.slug())))
                .isEqualTo(published);
        assertThat(acting.as(owner, () -> history.of(published.id().value())))
                .extracting(History.Entry::to)
                .containsExactly("draft", "published");
    }

    @Test
    void members_only_and_private_events_stay_among_their_people() {
        EventView members = fixture.published(
                organization, concert().visibility(Visibility.MEMBERS).build());
        EventView secret = fixture.published(
                organization, concert().visibility(Visibility.PRIVATE).build());
        Actor member = person(organization, OrganizationRole.MEMBER);
        assertThat(acting.as(member, () -> reads.visible(members.slug()))).isEqualTo(members);
        assertThatThrownBy(() -> acting.as(member, () -> reads.visible(secret.slug())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> acting.as(stranger(), () -> reads.visible(members.slug())))
                .isInstanceOf(NotFound.class);
        assertThat(acting.as(person(secret.id(), EventRole.STAFF), () -> reads.visible(secret.slug())))
                .isEqualTo(secret);
    }

    @Test
    void a_draft_that_was_cancelled_never_becomes_public() {
        EventView draft = fixture.draft(organization);
        acting.as(owner, () -> events.cancel(draft.id(), "The venue burned down"));
        assertThatThrownBy(() -> acting.as(Actor.ANONYMOUS, () -> reads.visible(draft.slug())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void yearly_repeats_get_distinct_addresses() {
        EventDetails details = concert().title("Harvest of Ideas").build();
        assertThat(List.of(
                        fixture.draft(organization, details).slug(),
                        fixture.draft(organization, details).slug(),
                        fixture.draft(organization, details).slug()))
                .containsExactly("harvest-of-ideas", "harvest-of-ideas-2031", "harvest-of-ideas-2031-2");
        assertThat(fixture.draft(organization, concert().title("New").build()).slug())
                .isEqualTo("new-2031");
    }

    @Test
    void the_address_follows_the_title_until_it_is_published() {
        EventView draft = fixture.draft(
                organization, concert().title("Untitled gathering").build());
        EventView renamed = acting.as(
                owner,
                () -> events.edit(
                        draft.id(),
                        draft.details().but().title("Fog over Alfama").build(),
                        draft.version()));
        assertThat(renamed.slug()).isEqualTo("fog-over-alfama");
        EventView published = acting.as(owner, () -> events.publish(draft.id()));
        EventView later = acting.as(
                owner,
                () -> events.edit(
                        draft.id(),
                        draft.details().but().title("Sun over Alfama").build(),
                        published.version()));
        assertThat(later.slug()).isEqualTo("fog-over-alfama");
    }

    @Test
    void an_event_that_is_over_is_ended_at_once() {
        EventView over = fixture.draft(
                organization,
                concert()
                        .startsAt(LocalDateTime.of(2013, 2, 7, 0, 0))
                        .endsAt(LocalDateTime.of(2013, 2, 9, 0, 0))
                        .build());
        assertThat(over.state()).isEqualTo(EventState.ENDED);
        assertThat(acting.as(Actor.ANONYMOUS, () -> reads.visible(over.slug()))).isEqualTo(over);
    }

    @Test
    void an_all_day_event_runs_from_midnight_to_midnight() {
        EventView fair = fixture.draft(
                organization,
                concert()
                        .allDay(true)
                        .startsAt(LocalDateTime.of(2031, 5, 1, 9, 0))
                        .endsAt(LocalDateTime.of(2031, 5, 3, 17, 0))
                        .build());
        assertThat(fair.startsAt()).isEqualTo("2031-04-30T23:00:00Z");
        assertThat(fair.endsAt()).isEqualTo("2031-05-03T23:00:00Z");
    }

    @Test
    void broken_rules_are_told_at_their_fields_and_all_at_once() {
        EventDetails broken = concert()
                .title("  ")
                .endsAt(LocalDateTime.of(2031, 6, 18, 19, 0))
                .website("javascript:alert(1)")
                .capacity(0)
                .country("Portugal")
                .build();
        assertThatThrownBy(() -> fixture.draft(organization, broken))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(InvalidInput.Problem::field)
                                .containsExactlyInAnyOrder("title", "endsAt", "website", "capacity", "country"));
        EventDetails offset = concert().timeZone(ZoneOffset.ofHours(2)).build();
        assertThatThrownBy(() -> fixture.draft(organization, offset)).isInstanceOf(InvalidInput.class);
        EventDetails far =
                concert().endsAt(LocalDateTime.MAX).timeZone(ZoneId.of("UTC")).build();
        assertThatThrownBy(() -> fixture.draft(organization, far)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void hostile_characters_are_left_out() {
        EventView event = fixture.draft(
                organization,
                concert().title(" A\u0000B\tC ").description("one\u0000\r\ntwo").build());
        assertThat(event.details().title()).isEqualTo("A B C");
        assertThat(event.details().description()).isEqualTo("one\ntwo");
    }

    @Test
    void whoever_saves_second_is_told_that_somebody_was_quicker() {
        EventView draft = fixture.draft(organization);
        EventDetails changed =
                draft.details().but().summary("With a new summary").build();
        acting.as(owner, () -> events.edit(draft.id(), changed, draft.version()));
        assertThatThrownBy(() -> acting.as(owner, () -> events.edit(draft.id(), changed, draft.version())))
                .isInstanceOf(EditedMeanwhile.class);
    }

    @Test
    void a_member_is_admin_of_what_they_make_and_of_nothing_else() {
        Actor.Person member = person(organization, OrganizationRole.MEMBER);
        EventView own =
                acting.as(member, () -> events.create(organization, concert().build()));
        assertThat(roles.of(member.person()).get(own.id()).role()).isEqualTo(EventRole.ADMIN);
        assertThat(roles.of(owner.person())).isEmpty();
        EventView other = fixture.draft(organization);
        assertThatThrownBy(() -> acting.as(member, () -> events.publish(other.id())))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_viewer_sees_and_a_grant_lets_edit() {
        EventView draft = fixture.draft(organization);
        Actor viewer = person(draft.id(), EventRole.VIEWER);
        Actor editor = person(draft.id(), EventRole.VIEWER, EventGrant.EDIT);
        EventDetails changed = draft.details().but().summary("Changed").build();
        assertThat(acting.as(viewer, () -> reads.where(Permission.SEE_EVENT, draft.slug())))
                .isEqualTo(draft);
        assertThatThrownBy(() -> acting.as(viewer, () -> events.edit(draft.id(), changed, draft.version())))
                .isInstanceOf(Forbidden.class);
        assertThat(acting.as(editor, () -> events.edit(draft.id(), changed, draft.version()))
                        .details()
                        .summary())
                .isEqualTo("Changed");
        assertThatThrownBy(() -> acting.as(editor, () -> events.cancel(draft.id(), "no")))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void other_organizations_do_not_even_know_that_it_exists() {
        EventView draft = fixture.draft(organization);
        Actor neighbour = owner(fixture.organization());
        assertThatThrownBy(() -> acting.as(neighbour, () -> reads.byId(draft.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> acting.as(neighbour, () -> events.publish(draft.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void what_is_over_stays_over_and_what_is_cancelled_stays_as_it_is() {
        EventView published = fixture.published(organization);
        EventView cancelled = acting.as(owner, () -> events.cancel(published.id(), "Storm"));
        assertThat(cancelled.cancellationReason()).isEqualTo("Storm");
        assertThatThrownBy(() ->
                        acting.as(owner, () -> events.edit(cancelled.id(), cancelled.details(), cancelled.version())))
                .isInstanceOf(EventRefused.NotEditable.class);
        assertThatThrownBy(() -> acting.as(owner, () -> events.publish(cancelled.id())))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void a_published_event_goes_back_to_draft_while_nothing_is_sold() {
        EventView published = fixture.published(organization);
        EventView draft = acting.as(owner, () -> events.unpublish(published.id()));
        assertThat(draft.state()).isEqualTo(EventState.DRAFT);
        assertThatThrownBy(() -> acting.as(Actor.ANONYMOUS, () -> reads.visible(draft.slug())))
                .isInstanceOf(NotFound.class);
    }
}
