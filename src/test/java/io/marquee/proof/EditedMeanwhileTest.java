package io.marquee.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.testing.ApiClient;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people, or two tabs, with the same thing open: whoever saves second sees what there is, keeps what they typed, and decides. */
@MarqueeTest
class EditedMeanwhileTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    TicketFixture tickets;

    @Autowired
    Settings settings;

    private EventView event;
    private Visitor olga;
    private Visitor otto;
    private ApiClient program;
    private String manage;

    @BeforeEach
    void an_event_of_two() {
        PersonId owner = people.person("Olga Owner");
        OrganizationView pier = organizations.organization(owner, "Pier " + owner);
        PersonId admin = organizations.member(owner, pier.id(), OrganizationRole.ADMIN);
        event = tickets.eventOf(pier.id());
        olga = Visitor.of(settings.baseUrl()).bearing(people.token(owner));
        otto = Visitor.of(settings.baseUrl()).bearing(people.token(admin));
        program = new ApiClient(settings.port(), people.token(owner));
        manage = "/manage/events/" + event.slug();
    }

    @Test
    void a_task() {
        olga.post(manage + "/tasks/new", "title", "Book the hall", "phase", "plan", "dueDays", "30", "side", "before");
        String task = first("/tasks", "");
        String[] hers = {"title", "Book the big hall", "phase", "plan", "version", "0"};
        String[] his = {"title", "Book a boat", "phase", "plan", "version", "0", "note", "Ask Inês"};
        assertThat(otto.get(manage + "/tasks/" + task).body()).contains("name=\"version\" value=\"0\"");
        assertThat(olga.post(manage + "/tasks/" + task, hers).statusCode()).isEqualTo(303);
        assertThat(otto.post(manage + "/tasks/" + task + "/done").statusCode())
                .as("no edit: the version stays")
                .isEqualTo(303);

        secondSees(otto.post(manage + "/tasks/" + task, his), "Book the big hall", "Book a boat", "Ask Inês");

        his[5] = "1";
        assertThat(otto.post(manage + "/tasks/" + task, his).statusCode()).isEqualTo(303);
        assertThat(olga.get(manage + "/tasks").body()).contains("Book a boat").doesNotContain("Book the big hall");
        refusesOldVersions("/tasks/" + task, "{\"title\": \"Book it\"}", 2);
    }

    @Test
    void a_session_and_a_speaker() {
        String start = event.details().startsAt().toString();
        String end = event.details().startsAt().plusMinutes(45).toString();
        olga.post(manage + "/agenda/sessions/new", "title", "Tides", "startsAt", start, "endsAt", end);
        olga.post(manage + "/agenda/speakers/new", "name", "Ines Mar");
        String session = first("/agenda", "sessions");
        String speaker = first("/agenda", "speakers");
        String[] times = {"startsAt", start, "endsAt", end, "version", "0"};
        assertThat(olga.post(manage + "/agenda/sessions/" + session, with(times, "title", "Waves"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(olga.post(manage + "/agenda/speakers/" + speaker, "name", "Inês Mar", "version", "0")
                        .statusCode())
                .isEqualTo(303);

        secondSees(
                otto.post(manage + "/agenda/sessions/" + session, with(times, "title", "Ebb and flow")),
                "Waves",
                "Ebb and flow");
        secondSees(
                otto.post(manage + "/agenda/speakers/" + speaker, "name", "I. Mar", "line", "Sailor", "version", "0"),
                "Inês Mar",
                "I. Mar",
                "Sailor");

        refusesOldVersions(
                "/agenda/sessions/" + session,
                "{\"title\": \"Tides\", \"startsAt\": \"%s\", \"endsAt\": \"%s\"}".formatted(start, end),
                1);
        refusesOldVersions("/agenda/speakers/" + speaker, "{\"name\": \"Inês\"}", 1);
    }

    @Test
    void an_event() {
        String[] fields = {
            "title", "Low Tide",
            "startsAt", "2031-06-18T19:30",
            "endsAt", "2031-06-18T23:00",
            "timeZone", "Europe/Lisbon",
            "ticketing", "true",
            "version", String.valueOf(event.version())
        };
        assertThat(olga.post(manage + "/edit", with(fields, "summary", "Two stages"))
                        .statusCode())
                .isEqualTo(303);

        HttpResponse<String> second = otto.post(manage + "/edit", with(fields, "summary", "One stage"));
        secondSees(second, "Two stages", "One stage");
        assertThat(second.body())
                .as("neither checked it")
                .contains("<b>In one sentence:</b>")
                .doesNotContain("<b>All day:</b>");

        fields[11] = String.valueOf(event.version() + 1);
        assertThat(otto.post(manage + "/edit", with(fields, "summary", "One stage"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(olga.get("/events/" + event.slug()).body()).contains("One stage");
    }

    /** What is there by whom, and what they typed themselves. */
    private static void secondSees(HttpResponse<String> refused, String... words) {
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Olga Owner saved this in the meantime")
                .contains(words);
    }

    private void refusesOldVersions(String path, String json, int version) {
        String whole = "/events/" + event.id() + path;
        ApiClient.Answer late = program.send("PUT", whole, json, "If-Match", "\"v0\"");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("code")).isEqualTo("edited_meanwhile");
        assertThat(late.body().path("version").asInt()).isEqualTo(version);
        ApiClient.Answer taken = program.send("PUT", whole, json, "If-Match", "\"v" + version + "\"");
        assertThat(taken.status()).isEqualTo(204);
        assertThat(taken.header("ETag")).isEqualTo("\"v" + (version + 1) + "\"");
        assertThat(program.send("PUT", whole, json).status()).isEqualTo(204);
    }

    private String first(String path, String list) {
        return program.get("/events/" + event.id() + path)
                .body()
                .path(list.isEmpty() ? "items" : list)
                .get(0)
                .path("id")
                .asString();
    }

    private static String[] with(String[] fields, String name, String value) {
        String[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = name;
        all[fields.length + 1] = value;
        return all;
    }
}
