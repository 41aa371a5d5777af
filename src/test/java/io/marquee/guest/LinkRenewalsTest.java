package io.marquee.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.guest.GuestChanges.Act;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.ApiClient;
import io.marquee.testing.EventFixture;
import io.marquee.testing.GuestFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A personal link went astray, or through somebody else's hands. */
@MarqueeTest
class LinkRenewalsTest {
    @Autowired
    GuestFixture guests;

    @Autowired
    LinkRenewals renewals;

    @Autowired
    PersonalLinks links;

    @Autowired
    GuestMerges merges;

    @Autowired
    GuestReads reads;

    @Autowired
    AnsweredEvents answered;

    @Autowired
    Rsvps rsvps;

    @Autowired
    Capabilities capabilities;

    @Autowired
    PeopleFixture people;

    @Autowired
    Settings settings;

    @Autowired
    GuestChanges changes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Acting acting;

    @Test
    void whoever_passed_a_link_on_can_not_act_with_it_once_the_guest_has_a_new_one() {
        EventView event = guests.party(10);
        GuestView zoe = owner(event, () -> links.add(event, "Zoë", "form"));
        Actor.Capability first = bearer(zoe);
        acting.as(first, () -> rsvps.answer(zoe.id(), GuestFixture.reply(GuestState.GOING, 0)));

        GuestView renewed = acting.as(first, () -> renewals.own(zoe.id()));

        opensNothing(event, zoe, first);
        Actor.Capability second = bearer(renewed);
        assertThat(acting.as(second, () -> rsvps.own(zoe.id())).state()).isEqualTo(GuestState.GOING);
        assertThat(Objects.requireNonNull(reads.byLink(second)).id()).isEqualTo(zoe.id());
        assertThat(answered.leadsTo(event.id(), second)).isTrue();
        assertThatThrownBy(() -> owner(event, () -> links.path(renewed)))
                .as("the team's no more")
                .isInstanceOf(NotFound.class);

        GuestView lost = owner(event, () -> renewals.byTeam(renewed));
        opensNothing(event, zoe, second);
        assertThat(owner(event, () -> links.path(lost))).startsWith("/rsvp/h_");
        assertThat(owner(event, () -> reads.timeline(lost)))
                .filteredOn(moment -> moment.kind().equals("link_renewed"))
                .hasSize(2);
        assertThatThrownBy(() -> owner(event, () -> renewals.byTeam(renewed)))
                .as("somebody else was quicker")
                .isInstanceOf(GuestRefused.Moved.class);
    }

    @Test
    void whoever_has_an_address_gets_the_new_link_by_mail_alone_and_links_of_who_became_them_end_too() {
        EventView event = guests.party(10);
        GuestView ada = guests.says(GuestFixture.somebody("Ada"), event, GuestState.GOING);
        GuestView other = guests.says(GuestFixture.somebody("Ada L."), event, GuestState.GOING);
        GuestView one = owner(event, () -> merges.merge(event, ada.id(), other.id(), Map.of()));
        assertThat(reads.byLink(bearer(other))).isEqualTo(one);

        GuestView renewed = owner(event, () -> renewals.byTeam(one));

        assertThat(guests.lettersTo(ada)).contains("LINK");
        assertThatThrownBy(() -> owner(event, () -> links.path(renewed))).isInstanceOf(NotFound.class);
        opensNothing(event, ada, bearer(one));
        opensNothing(event, other, bearer(other));
    }

    @Test
    void both_find_a_button_for_it_and_programs_a_call() {
        PersonId owner = people.person("Olga Owner");
        EventView event =
                guests.partyOf(owner, EventFixture.concert().ticketing(false).build());
        Visitor olga = Visitor.of(settings.baseUrl());
        olga.plantCookie("marquee_session", people.webToken(owner));
        String list = "/manage/events/" + event.slug() + "/guests";
        String page = Visitor.location(olga.post(list + "/links", "name", "Zoë"));
        String given = link(olga.get(page).body());
        Visitor zoe = Visitor.of(settings.baseUrl());
        assertThat(zoe.get(given).body()).contains("Give me a new link");
        zoe.post(given, "reply", "going", "name", "Zoë Ärmel");
        assertThat(olga.get(page).body()).contains("Zoë Ärmel has answered").doesNotContain("/rsvp/h_");

        String own = Visitor.location(zoe.post(given + "/links"));
        assertThat(zoe.get(own).body()).contains("This is your new link", "Zoë Ärmel");
        assertThat(zoe.get(given).statusCode()).isEqualTo(404);
        assertThat(zoe.post(given, "reply", "not_going", "name", "Zoë").statusCode())
                .isEqualTo(404);

        assertThat(Visitor.location(olga.post(page + "/links"))).isEqualTo(page);
        assertThat(olga.get(page).body()).contains("Zoë Ärmel has a new link now", "New personal link");
        assertThat(zoe.get(own).statusCode()).isEqualTo(404);
        String again = link(olga.get(page).body());
        assertThat(zoe.get(again).body()).contains("Zoë Ärmel");

        String id = page.substring(page.lastIndexOf('/') + 1);
        ApiClient bearer = new ApiClient(settings.baseUrl().getPort(), again.substring(again.lastIndexOf('/') + 1));
        assertThat(bearer.post("/rsvps/" + id + "/links", "{}")
                        .body()
                        .path("link")
                        .asString(""))
                .contains("/rsvp/h_");
        assertThat(bearer.get("/rsvps/" + id).status()).isEqualTo(404);
        ApiClient team = new ApiClient(settings.baseUrl().getPort(), people.token(owner));
        String call = "/events/" + event.slug() + "/guests/" + id + "/links";
        assertThat(team.post(call, "{}").body().path("link").asString("")).contains("/rsvp/h_");

        olga.post(list + "/invitations", "people", "ada@example.org");
        GuestView ada = Objects.requireNonNull(guests.find(event, "ada@example.org"));
        String mailed = "/events/" + event.slug() + "/guests/" + ada.id() + "/links";
        assertThat(team.post(mailed, "{}").body().path("link").isNull()).isTrue();
        olga.post(list + "/" + ada.id() + "/links");
        assertThat(olga.get(list + "/" + ada.id()).body())
                .contains("A new link is on its way to ada@example.org")
                .doesNotContain("/rsvp/h_");
    }

    @Test
    void the_link_of_one_who_wants_no_more_is_nobodys_to_pass_on_and_one_who_is_removed_or_erased_gets_none() {
        PersonId owner = people.person("Olga Owner");
        EventView event =
                guests.partyOf(owner, EventFixture.concert().ticketing(false).build());
        ApiClient team = new ApiClient(settings.port(), people.token(owner));
        String calls = "/events/" + event.slug() + "/guests/";
        GuestView zoe = owner(event, () -> links.add(event, "Zoë", "form"));
        GuestView tom = owner(event, () -> links.add(event, "Tom", "form"));
        GuestView ida = owner(event, () -> links.add(event, "Ida", "form"));
        acting.as(bearer(zoe), () -> rsvps.mute(zoe.id()));
        owner(event, () -> changes.step(event, new GuestFilter("Tom", null, "", null), null, Act.REMOVE, ""));
        acting.asPlatform(() -> transaction.executeWithoutResult(
                status -> jdbc.sql("""
                        update guest.guests set email = id || '-erased-1@erased.invalid', link = link + 1, link_with_team = false
                         where id = ?
                        """).param(ida.id().value()).update()));

        ApiClient.Answer muted = team.post(calls + zoe.id() + "/links", "{}");
        assertThat(muted.status()).isEqualTo(201);
        assertThat(muted.body().path("link").isNull()).isTrue();
        for (GuestView gone : List.of(tom, ida)) {
            ApiClient.Answer refused = team.post(calls + gone.id() + "/links", "{}");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("code")).isEqualTo("guest_moved");
        }
    }

    private void opensNothing(EventView event, GuestView guest, Actor.Capability bearer) {
        assertThatThrownBy(() -> acting.as(bearer, () -> rsvps.own(guest.id()))).isInstanceOf(NotFound.class);
        assertThat(reads.byLink(bearer)).isNull();
        assertThat(answered.leadsTo(event.id(), bearer)).isFalse();
        assertThat(answered.hasEnded(bearer)).isTrue();
    }

    private Actor.Capability bearer(GuestView guest) {
        return capabilities.open(links.token(guest));
    }

    private static String link(String page) {
        return page.replaceAll("(?s).*data-copy=\"[^\"]*(/rsvp/[^\"]+)\".*", "$1");
    }

    private <T> T owner(EventView event, Supplier<T> does) {
        return Objects.requireNonNull(acting.as(EventFixture.owner(event.organization()), does));
    }
}
