package io.marquee.waitingroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.PersonId;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.ApiClient;
import io.marquee.testing.ApiClient.Answer;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.waitingroom.RoomMode;
import io.marquee.waitingroom.RoomSettings;
import io.marquee.waitingroom.WaitingRoom;
import io.marquee.waitingroom.WaitingRooms;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriUtils;

/** The room over HTTP, as browsers and programs meet it, on the application's own clock. */
@MarqueeTest
class RoomPagesTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    TicketFixture tickets;

    @Autowired
    Organizations organizations;

    @Autowired
    Events events;

    @Autowired
    WaitingRooms rooms;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    @Autowired
    MailedPlaces mails;

    @Autowired
    Capabilities capabilities;

    @Autowired
    MeterRegistry meters;

    PersonId ada;
    EventView event;
    TicketTypeView type;
    Visitor visitor;
    Visitor owner;
    String room;

    @BeforeEach
    void an_event_with_tickets() {
        ada = people.person("Ada Lind");
        event = published();
        type = tickets.type(event, 50);
        visitor = Visitor.of(settings.baseUrl());
        owner = Visitor.of(settings.baseUrl()).bearing(people.token(ada));
        room = "/events/" + event.slug() + "/waiting-room";
    }

    private EventView published() {
        var organization = organizations.create(ada, "Low Tide Collective");
        return acting.as(people.actor(ada), () -> {
            EventView draft =
                    events.create(organization.id(), EventFixture.concert().build());
            return events.publish(draft.id());
        });
    }

    @Test
    void without_a_room_nobody_notices_one() {
        assertThat(Visitor.location(visitor.get(room))).isEqualTo("/events/" + event.slug());
        assertThat(Visitor.location(visitor.post(room + "/places"))).isEqualTo("/events/" + event.slug());
        assertThat(Visitor.location(visitor.post(room + "/links", "email", "nobody")))
                .isEqualTo("/events/" + event.slug());
        assertThat(visitor.get("/events/" + event.slug()).body()).doesNotContain("waiting room");
        assertThat(Visitor.location(hold(visitor))).startsWith("/checkout/");
    }

    @Test
    void a_visitor_takes_a_place_is_called_at_the_opening_and_gets_tickets_once() {
        open(Instant.now().plusSeconds(2), false);
        assertThat(Visitor.location(hold(visitor))).startsWith(room);
        assertThat(visitor.get(room).body()).contains("Take a place", "The sale opens on");
        assertThat(Visitor.location(visitor.post(room + "/places"))).isEqualTo(room);
        String place = visitor.cookie(WaitingRoom.cookie(event.id())).orElseThrow();
        assertThat(visitor.get(room).body()).contains("You are in", "http-equiv=\"refresh\"");
        visitor.post(room + "/places");
        assertThat(visitor.cookie(WaitingRoom.cookie(event.id()))).contains(place);

        awaitCalled(visitor);
        assertThat(visitor.get(room).body()).contains("It is your turn", "#tickets", "nobody could know before");
        assertThat(Visitor.location(hold(visitor))).startsWith("/checkout/");
        assertThat(Visitor.location(hold(visitor))).startsWith(room);
        assertThat(visitor.get(room).body()).contains("Your place was used", "Take a new place at the end");
    }

    @Test
    void what_was_picked_on_the_way_is_there_again_once_it_is_ones_turn() {
        open(Instant.now().plusSeconds(1), false);
        String sent = Visitor.location(
                visitor.post("/events/" + event.slug() + "/holds", "qty_" + type.id(), "3", "code", "SPRING é"));
        assertThat(sent).startsWith(room + "?chosen=");
        Matcher chosen = Pattern.compile("name=\"chosen\" value=\"([^\"]+)\"")
                .matcher(visitor.get(sent).body());
        assertThat(chosen.find()).isTrue();
        String kept = chosen.group(1).replace("&amp;", "&");

        assertThat(Visitor.location(visitor.post(room + "/places", "chosen", kept)))
                .isEqualTo(sent);
        awaitCalled(visitor);
        assertThat(visitor.get(sent).body().replace("&amp;", "&"))
                .contains("href=\"/events/" + event.slug() + kept + "#tickets\"");
        assertThat(visitor.get("/events/" + event.slug() + kept).body())
                .containsPattern("name=\"qty_" + type.id() + "\"[^>]*value=\"3\"")
                .contains("value=\"SPRING é\"");
        assertThat(visitor.get(room + "?chosen=%2F%2Fevil.example%2F%3Fa").body())
                .contains("href=\"/events/" + event.slug() + "#tickets\"");

        acting.as(
                people.actor(ada),
                () -> rooms.change(event, new RoomSettings(RoomMode.OFF, Instant.now(), 5, 1, false)));
        await().until(() -> visitor.get(sent).statusCode() == 303);
        assertThat(Visitor.location(visitor.get(sent))).isEqualTo("/events/" + event.slug() + kept);
    }

    @Test
    void a_refused_choice_leaves_the_place_as_it_was() {
        open(Instant.now(), false);
        visitor.post(room + "/places");
        awaitCalled(visitor);
        assertThat(visitor.post("/events/" + event.slug() + "/holds").statusCode())
                .isEqualTo(422);
        assertThat(Visitor.location(hold(visitor))).startsWith("/checkout/");
    }

    @Test
    void a_poll_is_some_bytes_from_memory_and_none_when_nothing_changed() {
        open(Instant.now().plusSeconds(600), false);
        visitor.post(room + "/places");
        HttpResponse<String> poll = visitor.get("/waiting-room/" + event.id());

        assertThat(poll.statusCode()).isEqualTo(200);
        assertThat(poll.body()).contains("\"stage\":\"gathering\"", "\"poll\":").hasSizeLessThan(100);
        assertThat(poll.headers().firstValue("ETag")).isPresent();
        assertThat(poll.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(visitor.get("/waiting-room/01997a4e-2f1c-7cc0-a2f3-0c8c7cf3a001")
                        .body())
                .contains("\"open\"");
        assertThat(visitor.get("/waiting-room/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void the_event_page_leads_into_the_room() {
        open(Instant.now().plusSeconds(600), false);
        await().untilAsserted(() ->
                assertThat(visitor.get("/events/" + event.slug()).body()).contains("To the waiting room", room));
    }

    @Test
    void programs_take_poll_and_use_places_too() {
        ApiClient api = new ApiClient(settings.baseUrl().getPort(), "");
        String base = "/events/" + event.slug();
        String basket = "{\"items\": [{\"ticketType\": \"" + type.id() + "\", \"quantity\": 1}], \"pass\": %s}";
        assertThat(api.post(base + "/waiting-room/places", "{}").text("code")).isEqualTo("waiting_room_closed");
        open(Instant.now(), false);

        Answer refused = api.post(base + "/holds", basket.formatted("null"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("waiting_room");
        assertThat(refused.text("waitingRoom")).isEqualTo(room);

        Answer taken = api.post(base + "/waiting-room/places", "{}");
        assertThat(taken.status()).isEqualTo(201);
        String pass = taken.text("pass");
        await().untilAsserted(
                        () -> assertThat(api.get("/waiting-room/places/" + pass).text("stage"))
                                .isEqualTo("called"));
        assertThat(api.post(base + "/waiting-room/places", "{\"pass\": \"" + pass + "\"}")
                        .text("pass"))
                .isEqualTo(pass);
        assertThat(api.post(base + "/holds", basket.formatted("\"" + pass + "\""))
                        .status())
                .isEqualTo(201);
        assertThat(api.post(base + "/holds", basket.formatted("\"" + pass + "\""))
                        .text("code"))
                .isEqualTo("place_used");
        assertThat(api.get("/waiting-room/places/p_forged").status()).isEqualTo(404);
    }

    @Test
    void the_team_sets_the_room_and_sees_its_figures_and_others_see_how_to_check_the_draw() {
        ApiClient team = new ApiClient(settings.baseUrl().getPort(), people.token(ada));
        ApiClient others = new ApiClient(settings.baseUrl().getPort(), "");
        String path = "/events/" + event.slug() + "/waiting-room";
        assertThat(team.get(path).text("mode")).isEqualTo("auto");
        assertThat(team.send("PUT", path, "{\"mode\": \"on\"}").status()).isEqualTo(422);
        assertThat(others.send("PUT", path, "{\"mode\": \"off\"}").status()).isEqualTo(401);

        Answer set =
                team.send("PUT", path, "{\"mode\": \"on\", \"opensAt\": \"2031-05-01T10:00:00Z\", \"holdsEach\": 2}");
        assertThat(set.status()).as(set.body().toString()).isEqualTo(200);
        assertThat(set.text("state")).isEqualTo("gathering");
        assertThat(others.get(path).text("state")).isEqualTo("gathering");
        assertThat(others.get(path).body().has("issued")).isFalse();
        assertThat(team.get(path).body().path("issued").asInt(-1)).isZero();
    }

    @Test
    void the_teams_page_keeps_what_was_typed_wrongly_and_shows_figures_once_it_is_on() {
        String manage = "/manage/events/" + event.slug() + "/waiting-room";
        assertThat(owner.get(manage).body()).contains("The waiting room is closed");
        HttpResponse<String> wrong =
                owner.post(manage, "mode", "on", "opensAt", "", "useMinutes", "soon", "holdsEach", "1");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("soon");

        owner.post(manage, "mode", "on", "opensAt", "2031-05-01T10:00", "useMinutes", "7", "holdsEach", "1");
        assertThat(owner.get(manage).body())
                .contains("Gathering until the opening", "2031-05-01T10:00", settings.baseUrl() + room);
        assertThat(owner.get(manage + "/figures").body()).contains("Waiting", "hx-trigger");
        owner.post(manage, "mode", "off", "useMinutes", "7", "holdsEach", "1");
        assertThat(owner.get(manage).body()).contains("The waiting room is closed", "2031-05-01T10:00");
    }

    @Test
    void where_addresses_are_asked_for_a_mailed_link_gets_one_place_in_any_browser() {
        open(Instant.now().plusSeconds(600), true);
        String address = PeopleFixture.address("Lena");
        assertThat(visitor.get(room).body()).contains("Mail me the link").doesNotContain("Take a place<");
        assertThat(Visitor.location(visitor.post(room + "/places"))).isEqualTo(room);
        assertThat(visitor.get(room).body()).contains("a place to each confirmed email address");
        HttpResponse<String> refused = visitor.post(room + "/links", "email", "nobody");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"nobody\"", "email-error")
                .as("while somebody types, the page does not come anew")
                .doesNotContain("http-equiv=\"refresh\"");

        String kept = "/holds?qty_" + type.id() + "=3";
        assertThat(visitor.get(room + "?chosen=" + UriUtils.encode(kept, StandardCharsets.UTF_8))
                        .body())
                .as("signing in leads back to what was chosen")
                .contains("/login?back=" + UriUtils.encode(room + "?chosen=", StandardCharsets.UTF_8));
        visitor.post(room + "/links", "email", address, "chosen", kept);
        String path = mails.path(address);
        assertThat(visitor.get(path).body()).contains("Take a place", "name=\"chosen\" value=\"" + kept);
        String link = path.replaceAll(".*link=", "");
        visitor.post(room + "/places", "link", link);
        Visitor phone = Visitor.of(settings.baseUrl());
        phone.post(room + "/places", "link", link);

        assertThat(visitor.cookie(WaitingRoom.cookie(event.id()))).isPresent();
        assertThat(phone.cookie(WaitingRoom.cookie(event.id())))
                .isEqualTo(visitor.cookie(WaitingRoom.cookie(event.id())));
        Visitor forger = Visitor.of(settings.baseUrl());
        forger.post(room + "/links", "email", address);
        forger.post(room + "/links", "email", address);
        HttpResponse<String> often = forger.post(room + "/links", "email", address);
        assertThat(often.statusCode()).isEqualTo(429);
        assertThat(often.body()).contains("value=\"" + address + "\"", "several links to this address");
        forger.post(room + "/places", "link", link.substring(0, link.length() - 3) + "AAA");
        assertThat(forger.cookie(WaitingRoom.cookie(event.id()))).isEmpty();
    }

    @Test
    void signed_in_with_a_confirmed_address_one_button_is_enough() {
        open(Instant.now().plusSeconds(600), true);
        Visitor signedIn = Visitor.of(settings.baseUrl());
        signedIn.plantCookie("marquee_session", people.webToken(people.person("Bo Falk")));
        assertThat(signedIn.get(room).body()).contains("Take a place");
        signedIn.post(room + "/places");
        assertThat(signedIn.get(room).body()).contains("You are in");
    }

    @Test
    void tickets_of_a_place_that_is_bound_to_an_address_are_ordered_for_that_address() {
        open(Instant.now(), true);
        Visitor signedIn = Visitor.of(settings.baseUrl());
        PersonId bo = people.person("Bo Falk");
        signedIn.plantCookie("marquee_session", people.webToken(bo));
        signedIn.post(room + "/places");
        awaitCalled(signedIn);
        String checkout = Visitor.location(hold(signedIn));
        String own = people.actor(bo).verifiedEmail();

        HttpResponse<String> other =
                signedIn.post(checkout + "/order", "buyer.name", "Eve Buyer", "buyer.email", "eve@example.org");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("bound to another address");
        String token = checkout.substring("/checkout/".length());
        ApiClient api = new ApiClient(settings.baseUrl().getPort(), token);
        Answer refused = api.post("/orders", order(token, "eve@example.org"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).contains("buyer.email", "other_address_than_place");

        assertThat(api.post("/orders", order(token, own.toUpperCase(Locale.ROOT)))
                        .status())
                .isEqualTo(201);
    }

    private String order(String token, String email) {
        return "{\"hold\": \"%s\", \"buyer\": {\"name\": \"Bo Falk\", \"email\": \"%s\"}}"
                .formatted(capabilities.open(token).hold(), email);
    }

    @Test
    void who_waits_is_told_when_nothing_is_left_and_where_the_waiting_list_is() {
        for (int i = 0; i < 5; i++) tickets.hold(event, type, 10);
        open(Instant.now(), false);
        visitor.post(room + "/places");

        await().until(() -> visitor.get("/waiting-room/" + event.id()).body().contains("\"soldOut\":true"));
        assertThat(visitor.get(room).body())
                .contains("Sold out for now", "/events/" + event.slug() + "/waiting-list/" + type.id())
                .containsPattern("data-sold-out role=.status.>");
    }

    @Test
    void as_long_as_something_is_left_nobody_is_told_otherwise_and_waiting_people_are_counted() {
        open(Instant.now().plusSeconds(600), false);
        double before = waiting();
        visitor.post(room + "/places");

        await().until(() -> waiting() > before);
        assertThat(visitor.get("/waiting-room/" + event.id()).body()).doesNotContain("soldOut");
        assertThat(visitor.get(room).body()).containsPattern("data-sold-out role=.status. hidden");
    }

    private double waiting() {
        return meters.get("marquee.waiting.room.waiting").gauge().value();
    }

    @Test
    void an_event_that_is_cancelled_needs_no_room() {
        open(Instant.now().plusSeconds(600), false);
        acting.as(people.actor(ada), () -> events.cancel(event.id(), "storm"));
        await().until(() -> visitor.get(room).statusCode() != 200);
    }

    private void open(Instant at, boolean verified) {
        acting.as(people.actor(ada), () -> rooms.change(event, new RoomSettings(RoomMode.ON, at, 5, 1, verified)));
    }

    private HttpResponse<String> hold(Visitor who) {
        return who.post("/events/" + event.slug() + "/holds", "qty_" + type.id(), "1");
    }

    private void awaitCalled(Visitor who) {
        await().until(() -> who.get("/waiting-room/" + event.id()).body().contains("\"called\""));
    }
}
