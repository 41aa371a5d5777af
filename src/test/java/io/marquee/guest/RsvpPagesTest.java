package io.marquee.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.ApiClient;
import io.marquee.testing.EventFixture;
import io.marquee.testing.GuestFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Answering in a browser and by a program. */
@MarqueeTest
class RsvpPagesTest {
    @Autowired
    GuestFixture guests;

    @Autowired
    PeopleFixture people;

    @Autowired
    Settings settings;

    @Autowired
    Invitations invitations;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Acting acting;

    @Test
    void without_an_account_an_answer_counts_once_its_mail_is_confirmed_and_the_link_changes_it() {
        EventView party = guests.party(10);
        Visitor visitor = Visitor.of(settings.baseUrl());
        String email = PeopleFixture.address("Nora");
        String page = visitor.get("/events/" + party.slug()).body();
        assertThat(page).contains("Are you coming?", "10 places left", "/rsvp?reply=going");

        HttpResponse<String> wrong = visitor.post("/events/" + party.slug() + "/rsvp", "reply", "going", "email", "no");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("name-error");
        HttpResponse<String> asked =
                visitor.post("/events/" + party.slug() + "/rsvp", "reply", "going", "name", "Nora <b>", "email", email);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(guests.find(party, email)).isNull();

        String confirmation = guests.confirmationPath(email);
        assertThat(visitor.get(confirmation).body()).contains("Nora &lt;b&gt;", email);
        assertThat(guests.find(party, email)).isNull();
        HttpResponse<String> confirmed = visitor.post(confirmation);
        assertThat(confirmed.body()).isEmpty();
        String personal = Visitor.location(confirmed);
        assertThat(guests.find(party, email).state()).isEqualTo(GuestState.GOING);
        assertThat(visitor.get(confirmation).statusCode()).isEqualTo(409);

        assertThat(visitor.get(personal).body()).contains("You are on the list.", "I can’t come");
        visitor.post(personal, "reply", "not_going", "name", "Nora");
        assertThat(guests.find(party, email).state()).isEqualTo(GuestState.NOT_GOING);
        visitor.post(personal + "/silence");
        assertThat(guests.find(party, email).muted()).isTrue();
        assertThat(visitor.get(personal.substring(0, personal.length() - 2) + "AA")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_is_invited_to_what_needs_a_ticket_is_led_to_the_tickets_and_nothing_is_chosen_for_them() {
        EventView concert = guests.party(EventFixture.concert().build());
        String nora = PeopleFixture.address("nora");
        acting.as(
                EventFixture.owner(concert.organization()),
                () -> invitations.invite(concert, Addressees.of(nora).people(), "", 0));
        UUID guest = guests.find(concert, nora).id().value();
        Visitor visitor = Visitor.of(settings.baseUrl());
        String personal = "/rsvp/" + capabilities.tokenFor(guest);

        String tickets = "btn-primary\" href=\"/events/" + concert.slug() + "#tickets\">Yes: choose tickets";
        assertThat(visitor.get(personal).body())
                .contains(tickets, "?reply=maybe")
                .doesNotContain("name=\"reply\"", "aria-current=\"page\"");
        assertThat(visitor.get("/events/" + concert.slug() + "/rsvp").body()).contains(tickets);
        assertThat(visitor.get(personal + "?reply=maybe").body()).contains("name=\"reply\" value=\"maybe\"");
        assertThat(visitor.post(personal, "name", "Nora").statusCode()).isEqualTo(422);
    }

    @Test
    void who_is_signed_in_answers_at_once_and_sees_it_on_the_events_page() {
        EventView party = guests.party(10);
        Visitor ada = Visitor.of(settings.baseUrl());
        ada.plantCookie("marquee_session", people.webToken(people.person("Ada")));

        HttpResponse<String> said = ada.post("/events/" + party.slug() + "/rsvp", "reply", "maybe", "name", "Ada Lind");

        assertThat(said.statusCode()).isEqualTo(303);
        assertThat(ada.get("/events/" + party.slug()).body()).contains("chip", "Maybe", "10 places left");
        assertThat(ada.get("/events/" + party.slug() + "/rsvp").body()).doesNotContain("name=\"email\"");
    }

    @Test
    void a_program_answers_and_is_told_what_is_wrong_at_the_field() {
        EventView party = guests.party(1);
        ApiClient ada = new ApiClient(settings.baseUrl().getPort(), people.token(people.person("Ada")));
        String path = "/events/" + party.slug() + "/rsvp";

        assertThat(ada.send("PUT", path, "{\"reply\": \"declined\", \"name\": \"Ada\"}")
                        .status())
                .isEqualTo(422);
        ApiClient.Answer going = ada.send("PUT", path, "{\"reply\": \"going\", \"name\": \"Ada\"}");
        assertThat(going.text("state")).isEqualTo("going");
        assertThat(ada.get("/rsvps/" + going.text("id")).text("name")).isEqualTo("Ada");
        ApiClient tom = new ApiClient(settings.baseUrl().getPort(), people.token(people.person("Tom")));
        ApiClient.Answer full = tom.send("PUT", path, "{\"reply\": \"going\", \"name\": \"Tom\"}");
        assertThat(full.status()).isEqualTo(409);
        assertThat(full.text("code")).isEqualTo("guest_event_full");
        assertThat(tom.get(path).body().path("left").asInt()).isZero();
        assertThat(tom.get("/rsvps/" + going.text("id")).status()).isEqualTo(404);
        ApiClient nobody = new ApiClient(settings.baseUrl().getPort(), "");
        assertThat(nobody.send("PUT", path, "{\"reply\": \"maybe\", \"name\": \"Nobody\"}")
                        .status())
                .isEqualTo(401);
    }
}
