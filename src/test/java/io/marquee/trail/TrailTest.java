package io.marquee.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.programme.Agenda;
import io.marquee.programme.Agendas;
import io.marquee.programme.SessionDetails;
import io.marquee.programme.SpeakerDetails;
import io.marquee.testing.ApiClient;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketTypeDetails;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketTypes;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MarqueeTest
class TrailTest {
    @Autowired
    private PeopleFixture people;

    @Autowired
    private OrganizationFixture organizations;

    @Autowired
    private Events events;

    @Autowired
    private EventReads reads;

    @Autowired
    private TicketTypes types;

    @Autowired
    private Agendas agendas;

    @Autowired
    private OrderFixture orders;

    @Autowired
    private Acting acting;

    @Autowired
    private Settings settings;

    private PersonId ada = PersonId.next();
    private OrganizationId organization = OrganizationId.next();
    private String slug = "";
    private EventView event = null;

    @BeforeEach
    void ada_renames_her_concert() {
        ada = people.person("Ada Lind");
        OrganizationView view = organizations.organization(ada, "Low Tide");
        organization = view.id();
        slug = view.slug();
        event = acting.as(
                people.actor(ada),
                () -> events.publish(
                        events.create(organization, EventFixture.concert().build())
                                .id()));
        edit("The first title");
        edit("The second title");
    }

    @Test
    void the_trail_says_who_changed_what_and_from_where() {
        assertThat(api(ada).send("PATCH", "/organizations/" + slug, "{\"description\": \"By the river\"}")
                        .status())
                .isEqualTo(200);

        JsonNode entry = trail(ada, "subject=organization").path(0);

        assertThat(entry.path("action").asString()).isEqualTo("changed");
        assertThat(entry.path("by").asString()).isEqualTo("Ada Lind");
        assertThat(entry.path("address").asString()).isNotEmpty();
        assertThat(entry.path("requestId").asString()).isNotEmpty();
        assertThat(entry.path("changes").path(0).path("field").asString()).isEqualTo("description");
        assertThat(entry.path("changes").path(0).path("after").asString()).isEqualTo("By the river");
    }

    @Test
    void it_pages_by_cursor_and_is_narrowed_to_a_thing_or_a_kind() {
        String path = "/events/" + event.slug() + "/trail?limit=1&thing=" + event.id();
        JsonNode first = api(ada).get(path + "&subject=event").body();
        JsonNode second = api(ada).get(
                        path + "&subject=event&cursor=" + first.path("next").asString())
                .body();

        assertThat(after(first)).isEqualTo("The second title");
        assertThat(after(second)).isEqualTo("The first title");
        assertThat(api(ada).get(path + "&cursor=nonsense").status()).isEqualTo(422);
        assertThat(trail(ada, "subject=webhook")).isEmpty();
        assertThat(trail(ada, "from=2090-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void those_who_do_not_run_it_see_none_of_it() {
        PersonId viewer = organizations.member(ada, organization, OrganizationRole.VIEWER);
        assertThat(api(viewer).get("/organizations/" + slug + "/trail").status())
                .isEqualTo(403);
        assertThat(api(people.person("Sam"))
                        .get("/events/" + event.slug() + "/trail")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_person_sees_what_they_did_and_what_was_done_to_their_account() {
        api(ada).send("PATCH", "/me", "{\"company\": \"Lind & Co\"}");

        JsonNode mine = api(ada).get("/me/trail").body().path("items");

        assertThat(mine.path(0).path("subject").asString()).isEqualTo("profile");
        assertThat(mine.path(0).path("changes").path(0).path("after").asString())
                .isEqualTo("Lind & Co");
        assertThat(mine.valueStream().map(e -> e.path("subject").asString())).contains("event", "organization");
        assertThat(api(people.person("Sam")).get("/me/trail").body().toString()).doesNotContain("Lind");
    }

    @Test
    void an_event_goes_back_to_how_it_was_before_a_change_and_the_preview_says_what_that_means() {
        String first = entryThatSet("The first title");

        JsonNode preview = api(ada).get("/trail/" + first + "/restoration").body();
        assertThat(preview.path("refused").isNull()).isTrue();
        assertThat(preview.at("/differences/0/now").asString()).isEqualTo("The second title");
        assertThat(title()).isEqualTo("The second title");

        assertThat(api(ada).post("/trail/" + first + "/restoration", "{}").status())
                .isEqualTo(204);
        assertThat(title()).isEqualTo(event.details().title());

        String latest = trail(ada, "subject=event").path(0).path("id").asString();
        assertThat(api(ada).post("/trail/" + latest + "/restoration", "{}").status())
                .as("going back can be undone as well")
                .isEqualTo(204);
        assertThat(title()).isEqualTo("The second title");
    }

    @Test
    void nobody_else_brings_anything_back() {
        String path = "/trail/" + entryThatSet("The first title") + "/restoration";
        assertThat(api(people.person("Sam")).post(path, "{}").status()).isEqualTo(404);
        PersonId viewer = organizations.member(ada, organization, OrganizationRole.VIEWER);
        assertThat(api(viewer).post(path, "{}").status()).isEqualTo(403);
    }

    @Test
    void a_number_of_tickets_does_not_go_back_below_what_is_sold() {
        TicketTypeView type = type(5);
        resize(type, 50);
        orders.paid(event, type, 8);
        String grown = trail(ada, "subject=quota")
                .valueStream()
                .filter(e -> e.path("action").asString().equals("changed"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();

        JsonNode preview = api(ada).get("/trail/" + grown + "/restoration").body();
        assertThat(preview.path("refused").asString()).isEqualTo("invalid_input");
        assertThat(api(ada).post("/trail/" + grown + "/restoration", "{}").status())
                .isEqualTo(422);

        Visitor browser = Visitor.of(settings.baseUrl());
        browser.plantCookie("marquee_session", people.webToken(ada));
        assertThat(browser.get("/manage/trail/" + grown + "/restoration").body())
                .contains("Back to how it was", "50 → 5")
                .doesNotContain("Bring it back</button>");
    }

    @Test
    void a_ticket_type_goes_back_to_its_price() {
        TicketTypeView type = type(5);
        acting.as(people.actor(ada), () -> types.edit(type.id(), details(type, 5, 9900)));
        String changed = trail(ada, "subject=ticket_type").path(0).path("id").asString();

        assertThat(api(ada).post("/trail/" + changed + "/restoration", "{}").status())
                .isEqualTo(204);

        JsonNode now = api(ada).get("/ticket-types/" + type.id()).body();
        assertThat(trail(ada, "subject=ticket_type").path(0).toString()).contains("9900", "2500");
        assertThat(now.toString()).doesNotContain("9900");
    }

    @Test
    void who_changed_the_agenda_shows_and_a_session_and_a_speaker_come_back() {
        UUID ines = acting.as(people.actor(ada), () -> agendas.add(event, new SpeakerDetails("Inês Mar", "", "")));
        UUID tides = acting.as(people.actor(ada), () -> agendas.add(event, session("Tides", 0, ines)));
        acting.as(people.actor(ada), () -> {
            agendas.change(event, tides, session("Waves", 30), null);
            agendas.change(event, ines, new SpeakerDetails("Ines Mar", "Sailor", ""), null);
            return "";
        });

        JsonNode changed = changed("session");
        assertThat(changed.path("by").asString()).isEqualTo("Ada Lind");
        assertThat(changed.toString()).contains("Tides", "Waves", "starts_after");
        assertThat(actions("session")).containsExactlyInAnyOrder("made", "changed");
        assertThat(trail(ada, "subject=session_speaker").toString())
                .as("who spoke there")
                .contains(ines.toString());
        assertThat(changed("speaker").toString()).contains("Inês Mar", "Sailor");

        Visitor browser = Visitor.of(settings.baseUrl());
        browser.plantCookie("marquee_session", people.webToken(ada));
        assertThat(browser.get("/manage/events/" + event.slug() + "/trail?subject=session_speaker")
                        .body())
                .contains("Speaker of a session", "Speaks there", "Ines Mar")
                .doesNotContain(ines.toString());

        PersonId viewer = organizations.member(ada, organization, OrganizationRole.VIEWER);
        for (String subject : List.of("session", "speaker")) {
            String path = "/trail/" + changed(subject).path("id").asString() + "/restoration";
            assertThat(api(viewer).post(path, "{}").status()).isEqualTo(403);
            assertThat(api(ada).post(path, "{}").status()).isEqualTo(204);
        }
        Agenda now = acting.as(people.actor(ada), () -> agendas.of(event));
        assertThat(now.sessions().getFirst().details()).isEqualTo(session("Tides", 0));
        assertThat(now.speakers().getFirst().details()).isEqualTo(new SpeakerDetails("Inês Mar", "", ""));
    }

    @Test
    void a_task_the_chat_and_the_rules_of_tickets_come_back_too() {
        String path = "/events/" + event.id();
        ApiClient client = api(ada);
        client.post(path + "/tasks", "{\"title\": \"Book the hall\", \"phase\": \"plan\", \"dueDays\": -60}");
        String task = path + "/tasks/"
                + client.get(path + "/tasks")
                        .body()
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString();
        Map<String, List<String>> twice = Map.of(
                task,
                List.of(
                        "{\"title\": \"Book the hall\"}",
                        "{\"title\": \"Book a boat\", \"note\": \"Soon\", \"owner\": \"%s\"}".formatted(ada)),
                path + "/chat",
                List.of(
                        "{\"active\": true, \"opensHours\": 24, \"closesHours\": 2, \"slowSeconds\": 5}",
                        "{\"active\": false, \"opensHours\": 1, \"closesHours\": 2, \"slowSeconds\": 0}"),
                path + "/transfer-rule",
                List.of("{\"allowed\": true}", "{\"allowed\": false}"),
                path + "/waiting-rule",
                List.of("{\"offerMinutes\": 60}", "{\"offerMinutes\": 120}"));
        twice.forEach((where, bodies) -> bodies.forEach(body ->
                assertThat(client.send("PUT", where, body).status()).as(where).isBetween(200, 204)));

        Visitor browser = Visitor.of(settings.baseUrl()).bearing(people.token(ada));
        assertThat(browser.get("/manage/trail/" + changed("task").path("id").asString() + "/restoration")
                        .body())
                .contains("Ada Lind → –")
                .doesNotContain(ada.toString());

        for (String subject : List.of("task", "chat", "transfer_rule", "waiting_rule")) {
            String restoration = "/trail/" + changed(subject).path("id").asString() + "/restoration";
            assertThat(client.post(restoration, "{}").status()).as(subject).isEqualTo(204);
        }

        assertThat(client.get(path + "/tasks").body().toString())
                .contains("Book the hall")
                .doesNotContain("Book a boat", "Soon");
        assertThat(client.get(path + "/chat").body().path("slowSeconds").asInt())
                .isEqualTo(5);
        assertThat(client.get(path + "/transfer-rule").body().path("allowed").asBoolean())
                .isTrue();
        assertThat(client.get(path + "/waiting-rule")
                        .body()
                        .path("offerMinutes")
                        .asInt())
                .isEqualTo(60);
    }

    @Test
    void who_joins_a_session_is_one_entry_and_a_speaker_who_is_removed_is_forgotten() {
        UUID ines = acting.as(people.actor(ada), () -> agendas.add(event, new SpeakerDetails("Inês Mar", "", "")));
        UUID olga = acting.as(people.actor(ada), () -> agendas.add(event, new SpeakerDetails("Olga Fjord", "", "")));
        UUID tides = acting.as(people.actor(ada), () -> agendas.add(event, session("Tides", 0, ines)));

        acting.as(people.actor(ada), () -> {
            agendas.change(event, tides, session("Tides", 0, olga, ines), null);
            return "";
        });

        assertThat(actions("session_speaker")).containsExactly("made", "made");
        Agenda now = acting.as(people.actor(ada), () -> agendas.of(event));
        assertThat(now.sessions().getFirst().details().speakers()).containsExactly(olga, ines);

        acting.as(people.actor(ada), () -> {
            agendas.removeSpeaker(event, olga);
            return "";
        });

        assertThat(trail(ada, "thing=" + olga).toString()).contains("removed").doesNotContain("Olga");
        assertThat(trail(ada, "thing=" + ines).toString()).contains("Inês Mar");
        Visitor browser = Visitor.of(settings.baseUrl());
        browser.plantCookie("marquee_session", people.webToken(ada));
        assertThat(browser.get("/manage/events/" + event.slug() + "/trail").body())
                .contains("(erased)")
                .doesNotContain("Olga", olga + "</");
    }

    private List<String> actions(String subject) {
        List<String> actions = new ArrayList<>();
        trail(ada, "subject=" + subject)
                .forEach(entry -> actions.add(entry.path("action").asString()));
        return actions;
    }

    private SessionDetails session(String title, int after, UUID... speakers) {
        LocalDateTime starts = event.details().startsAt().plusMinutes(after);
        return new SessionDetails(title, "", starts, starts.plusMinutes(45), "Hall", "", List.of(speakers));
    }

    private JsonNode changed(String subject) {
        return trail(ada, "subject=" + subject)
                .valueStream()
                .filter(entry -> entry.path("action").asString().equals("changed"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_pages_show_it_and_lead_back() {
        Visitor browser = Visitor.of(settings.baseUrl());
        browser.plantCookie("marquee_session", people.webToken(ada));

        String page = browser.get("/manage/events/" + event.slug() + "/trail?subject=event&from=2020-01-01")
                .body();
        assertThat(page).contains("Event: changed", "The first title → The second title", "Ada Lind");
        assertThat(browser.get("/manage/organizations/" + slug + "/trail").body())
                .contains("Event: made")
                .doesNotContain("– → –");
        assertThat(browser.get("/account/trail").body()).contains("Event: changed");

        String path = "/manage/trail/" + entryThatSet("The second title") + "/restoration";
        assertThat(browser.get(path).body()).contains("The second title → The first title", "Bring it back");
        assertThat(Visitor.location(browser.post(path))).isEqualTo("/manage/events/" + event.slug() + "/trail");
        assertThat(title()).isEqualTo("The first title");
    }

    private void edit(String title) {
        acting.as(people.actor(ada), () -> {
            EventView now = reads.visible(event.id().toString());
            return events.edit(event.id(), event.details().but().title(title).build(), now.version());
        });
    }

    private TicketTypeView type(int quantity) {
        TicketTypeDetails details =
                new TicketTypeDetails("Seat", "", Money.of(2500, "EUR"), quantity, 10, null, null, null, false);
        return acting.as(people.actor(ada), () -> types.create(event, details));
    }

    private void resize(TicketTypeView type, int quantity) {
        acting.as(people.actor(ada), () -> types.edit(type.id(), details(type, quantity, 2500)));
    }

    private static TicketTypeDetails details(TicketTypeView type, int quantity, long price) {
        return new TicketTypeDetails(
                type.name(), type.description(), Money.of(price, "EUR"), quantity, 10, null, null, null, false);
    }

    private String entryThatSet(String title) {
        return trail(ada, "subject=event")
                .valueStream()
                .filter(e -> e.path("action").asString().equals("changed"))
                .filter(e ->
                        e.path("changes").path(0).path("after").asString("").equals(title))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private String title() {
        return api(ada).get("/events/" + event.slug()).body().path("title").asString();
    }

    private JsonNode trail(PersonId who, String query) {
        return api(who).get("/organizations/" + slug + "/trail?" + query).body().path("items");
    }

    private static String after(JsonNode slice) {
        return slice.path("items").path(0).path("changes").path(0).path("after").asString("");
    }

    private ApiClient api(PersonId who) {
        return new ApiClient(settings.baseUrl().getPort(), people.token(who));
    }
}
