package io.marquee.event.web.manage;

import static io.marquee.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.config.Settings;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class ManagePagesTest {
    private static final String[] CONCERT = {
        "title",
        "Fado by the river",
        "startsAt",
        "2031-06-18T19:30",
        "endsAt",
        "2031-06-18T23:00",
        "timeZone",
        "Europe/Lisbon",
        "venue",
        "Pier 14",
        "city",
        "Lisbon",
        "country",
        "PT",
        "tags",
        "fado, Live",
        "visibility",
        "public",
        "ticketing",
        "true",
        "type",
        "concert",
        "category",
        "music"
    };

    @Autowired
    PeopleFixture people;

    @Autowired
    Settings settings;

    @Autowired
    EventFixture fixture;

    Visitor ada;

    @BeforeEach
    void ada_is_logged_in() {
        ada = loggedIn();
    }

    @Test
    void a_person_without_an_organization_makes_an_event_step_by_step() {
        assertThat(ada.get("/manage").body()).contains("No events yet");
        assertThat(ada.get("/events/new").body()).contains("Europe/Berlin", "datetime-local");
        HttpResponse<String> made = ada.post("/events/new", CONCERT);
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(location(made)).endsWith("/ticket-types?wizard=1");
        String manage = manage(made);
        assertThat(ada.get(manage + "/team?wizard=1").body()).contains("Ask somebody to help", manage + "/review");
        assertThat(ada.get(manage + "/review").body())
                .contains("Does this look right?", "Pier 14, Lisbon", "None: we draw one");
        HttpResponse<String> published = ada.post(manage + "/publication");
        assertThat(location(published)).startsWith("/events/fado-by-the-river");
        assertThat(ada.get("/manage").body()).contains("Coming up", "Fado by the river");
    }

    @Test
    void what_was_typed_is_kept_when_something_is_wrong() {
        HttpResponse<String> refused = ada.post("/events/new", with(CONCERT, "endsAt", "2031-06-18T18:00"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"Fado by the river\"", "The end must come after the start.");
        HttpResponse<String> unreadable =
                ada.post("/events/new", with(CONCERT, "capacity", "many", "startsAt", "", "timeZone", "Mars"));
        assertThat(unreadable.statusCode()).isEqualTo(422);
        assertThat(unreadable.body()).contains("We don’t know the time zone", "Please fill this in.");
    }

    @Test
    void a_date_in_the_past_is_taken_for_a_slip_unless_one_says_so() {
        String[] past = with(CONCERT, "startsAt", "2019-06-18T19:30", "endsAt", "2019-06-18T23:00");
        HttpResponse<String> refused = ada.post("/events/new", past);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("It is over already: keep it as a record", "Choose a later time.");
        assertThat(ada.post("/events/new", with(past, "endsAt", "2018-06-18T23:00"))
                        .body())
                .contains("The end must come after the start.", "Choose a later time.");
        assertThat(ada.post("/events/new", with(past, "over", "true")).statusCode())
                .isEqualTo(303);
        assertThat(ada.get("/manage").body()).contains("Over");
    }

    @Test
    void the_form_for_another_rule_says_the_present_one_and_shows_only_what_counts() {
        String manage = manage(ada.post("/events/new", CONCERT));
        assertThat(ada.post(
                                manage + "/series",
                                "freq",
                                "weekly",
                                "interval",
                                "-1",
                                "count",
                                "999999999",
                                "leftOut",
                                "tomorrow; 2027-02-30",
                                "aheadDays",
                                "0")
                        .body())
                .contains("interval-error", "count-error", "leftOut-error", "aheadDays-error");
        ada.post(
                manage + "/series",
                "freq",
                "monthly",
                "interval",
                "2",
                "on",
                "weekday",
                "until",
                "2031-12-30",
                "aheadDays",
                "30");
        assertThat(ada.get(manage + "/series/rule").body())
                .contains(
                        "value=\"2031-12-30\"",
                        "<option value=\"monthly\" selected",
                        "<option value=\"weekday\" selected")
                .doesNotContain("value=\"FREQ=");

        ada.post(manage + "/series/rule", "rule", "FREQ=YEARLY;BYMONTH=6", "aheadDays", "30", "agreed", "true");

        assertThat(ada.get(manage + "/series/rule").body())
                .contains("value=\"FREQ=YEARLY;BYMONTH=6\"", "name=\"aheadDays\"")
                .doesNotContain("name=\"freq\"", "name=\"until\"");
        HttpResponse<String> emptied = ada.post(manage + "/series/rule", "rule", "", "aheadDays", "30");
        assertThat(emptied.statusCode()).isEqualTo(422);
        assertThat(emptied.body()).contains("name=\"freq\"");
    }

    @Test
    void details_are_edited_and_an_old_version_is_refused() {
        String manage = manage(ada.post("/events/new", CONCERT));
        assertThat(ada.get(manage + "/edit").body())
                .contains("value=\"2031-06-18T19:30\"", "name=\"version\" value=\"0\"");
        String[] edited = with(CONCERT, "version", "0", "summary", "Three voices");
        assertThat(location(ada.post(manage + "/edit", edited))).isEqualTo(manage + "/edit");
        assertThat(ada.get(manage + "/edit").body()).contains("Three voices");
        HttpResponse<String> late = ada.post(manage + "/edit", edited);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Ada Lind saved this in the meantime", "Three voices");
    }

    @Test
    void an_all_day_event_shows_its_last_day_and_keeps_it_when_saved_again() {
        String[] fair = with(CONCERT, "allDay", "true", "startsAt", "2031-05-01T00:00", "endsAt", "2031-05-03T00:00");
        String manage = manage(ada.post("/events/new", fair));
        assertThat(ada.get(manage + "/edit").body()).contains("value=\"2031-05-03T00:00\"");
        ada.post(manage + "/edit", with(fair, "version", "0"));
        assertThat(ada.get(manage + "/edit").body()).contains("value=\"2031-05-03T00:00\"");
    }

    @Test
    void an_event_is_cancelled_with_a_reason_and_then_put_away() {
        String manage = published();
        assertThat(ada.get(manage + "/settings").body()).contains("It goes live by itself on");
        assertThat(ada.get(manage + "/cancellation").body()).contains("what was paid is refunded");
        assertThat(ada.post(manage + "/cancellation", "reason", " ").statusCode())
                .isEqualTo(422);
        assertThat(ada.post(manage + "/cancellation", "reason", "A storm <is> coming")
                        .statusCode())
                .isEqualTo(303);
        assertThat(ada.get(manage + "/settings").body()).contains("A storm &lt;is&gt; coming", "It is cancelled.");
        assertThat(location(ada.get(manage + "/cancellation")))
                .as("in another tab it is done, too")
                .isEqualTo(location(ada.post(manage + "/cancellation", "reason", "A storm")));
        ada.post(manage + "/archive");
        assertThat(ada.get(manage + "/settings").body()).contains("It is put away.");
    }

    @Test
    void an_event_goes_back_to_draft_and_is_deleted() {
        String manage = published();
        ada.post(manage + "/publication/withdrawal");
        assertThat(ada.get(manage + "/settings").body()).contains("This is a draft");
        assertThat(location(ada.post(manage + "/deletion"))).isEqualTo("/manage");
        assertThat(ada.get(manage + "/settings").statusCode()).isEqualTo(404);
    }

    @Test
    void a_copy_is_a_draft_a_year_later_and_just_as_long() {
        String manage = published();
        assertThat(ada.get(manage + "/copy").body()).contains("value=\"2032-06-18T19:30\"");
        String copy = manage(ada.post(manage + "/copy", "title", "Fado again", "startsAt", "2032-06-19T20:00"));
        assertThat(ada.get(copy + "/edit").body()).contains("value=\"2032-06-19T23:30\"");
        assertThat(ada.post(manage + "/copy", "title", "Fado", "startsAt", "2001-01-01T00:00")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_co_organizer_is_asked_accepts_and_sees_what_was_granted() {
        String manage = published();
        String email = PeopleFixture.address("grace");
        HttpResponse<String> asked =
                ada.post(manage + "/team/invitations", "email", email, "role", "viewer", "grant_guests", "true");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(ada.get(manage + "/team").body()).contains(email, "Viewer, sees guests");
        String path = fixture.invitationPath(email);

        Visitor stranger = Visitor.of(settings.baseUrl());
        assertThat(stranger.get(path).body()).contains("Log in or sign up first");
        assertThat(location(stranger.post(path))).startsWith("/login");
        Visitor grace = loggedIn();
        assertThat(grace.get(path).body()).contains("asks you to help");
        assertThat(location(grace.post(path))).isEqualTo(manage);
        assertThat(grace.get("/manage").body()).contains("Fado by the river");
        assertThat(grace.get(manage + "/edit").statusCode()).isEqualTo(403);
        assertThat(grace.get(manage + "/team").statusCode()).isEqualTo(403);
        assertThat(grace.post(path).statusCode()).isEqualTo(409);
        assertThat(ada.get(manage + "/team").body()).contains("Remove");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%00", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "..%2f"})
    void a_made_up_invitation_is_not_found(String token) {
        assertThat(ada.get("/event-invitations/" + token).statusCode()).isIn(400, 404);
    }

    @Test
    void nobody_else_sees_or_does_anything() {
        String manage = published();
        Visitor stranger = loggedIn();
        Visitor nobody = Visitor.of(settings.baseUrl());
        for (String page : List.of("/edit", "/team", "/settings", "/review", "/cancellation", "/copy", "/wizard")) {
            assertThat(stranger.get(manage + page).statusCode()).as(page).isEqualTo(404);
            assertThat(location(nobody.get(manage + page))).as(page).startsWith("/login");
        }
        for (String act : List.of("/publication/withdrawal", "/start", "/archive", "/deletion", "/publication")) {
            assertThat(stranger.post(manage + act).statusCode()).as(act).isEqualTo(404);
        }
        assertThat(location(nobody.get("/manage"))).startsWith("/login");
        assertThat(location(nobody.get("/events/new"))).startsWith("/login");
    }

    @Test
    void an_event_without_a_picture_has_a_drawn_one_that_stays_the_same() {
        String slug = published().replace("/manage", "");
        HttpResponse<String> drawn = ada.get(slug + "/cover.svg");
        assertThat(drawn.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/svg+xml");
        assertThat(drawn.body())
                .contains("<circle")
                .isEqualTo(ada.get(slug + "/cover.svg").body());
    }

    @Test
    void the_pages_speak_german() {
        ada.plantCookie("lang", "de");
        assertThat(ada.get("/events/new").body()).contains("Neue Veranstaltung", "Zeitzone");
    }

    private String published() {
        String manage = manage(ada.post("/events/new", CONCERT));
        ada.post(manage + "/publication");
        return manage;
    }

    private Visitor loggedIn() {
        Visitor visitor = Visitor.of(settings.baseUrl());
        visitor.plantCookie("marquee_session", people.token(people.person("Ada Lind")));
        return visitor;
    }

    private static String manage(HttpResponse<String> made) {
        return location(made).replaceFirst("(/manage/events/[^/?]*).*", "$1");
    }

    private static String[] with(String[] fields, String... changes) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            String name = fields[i];
            boolean changed = false;
            for (int c = 0; c < changes.length; c += 2) changed |= changes[c].equals(name);
            if (!changed) all.addAll(List.of(name, fields[i + 1]));
        }
        return Stream.concat(all.stream(), Stream.of(changes)).toArray(String[]::new);
    }
}
