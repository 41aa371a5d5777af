package io.marquee.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.checkin.roster.RosterSeal;
import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.registration.Answer;
import io.marquee.registration.Answers;
import io.marquee.registration.Question;
import io.marquee.registration.QuestionDetails;
import io.marquee.registration.QuestionKind;
import io.marquee.testing.ApiClient;
import io.marquee.testing.DeviceFixture;
import io.marquee.testing.DeviceFixture.Phone;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.QuestionFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketView;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people answered to questions that are marked for the door, as gates hear of it with and without a network. */
@MarqueeTest
class DoorAnswersTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    DeviceFixture devices;

    @Autowired
    QuestionFixture questions;

    @Autowired
    PeopleFixture people;

    @Autowired
    Answers answers;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    EventView event;
    List<TicketView> tickets;
    Question diet;
    Question newcomer;
    Question secret;
    Phone phone;

    @BeforeEach
    void two_people_answered() {
        event = fixture.event();
        tickets = door.tickets(event, 2);
        diet = questions.ask(event, marked("What do you eat?", QuestionKind.SHORT_TEXT, true));
        newcomer = questions.ask(event, marked("First time here?", QuestionKind.YES_NO, false));
        secret = questions.ask(event, QuestionFixture.of("How did you hear of us?", QuestionKind.SHORT_TEXT));
        answer("Nothing from animals");
        phone = devices.phone(event, "Phone of Mara");
    }

    @Test
    void the_verdict_has_the_answers_of_whoever_was_scanned_and_those_of_the_order() {
        assertThat(scanned("en", tickets.get(0)))
                .isEqualTo("[[\"First time here?\",\"Yes\"],[\"What do you eat?\",\"Everything\"]]");
        assertThat(scanned("de", tickets.get(1)))
                .isEqualTo("[[\"First time here?\",\"Ja\"],[\"What do you eat?\",\"Nothing from animals\"]]");
        JsonNode batch = phone.client()
                .post("/events/" + event.id() + "/check-ins/batches", """
                        {"scans": [{"nonce": "%s", "code": "%s", "gate": "Main gate"}]}""".formatted(
                                UUID.randomUUID(), tickets.get(0).qr()))
                .body();
        assertThat(batch.at("/results/0/ticket/answers/1/1").asString()).isEqualTo("Everything");
    }

    @Test
    void the_form_without_scripts_shows_them_too() {
        PersonId mara = people.person("Mara Sol");
        door.role(event, mara, EventRole.STAFF);
        Visitor staff = Visitor.of(settings.baseUrl()).bearing(people.token(mara));

        HttpResponse<String> shown = staff.post(
                "/scanner/" + event.slug(), "code", tickets.get(0).qr(), "gate", "Main gate", "device", "Phone");

        assertThat(shown.body())
                .contains("<li>What do you eat?: Everything</li>")
                .doesNotContain("from a friend");
    }

    @Test
    void the_roster_has_them_sealed_and_tells_anew_when_an_answer_or_a_mark_changes() {
        String first = roster("");
        assertThat(sealed(first, tickets.get(1)))
                .contains("\"q\":[[\"First time here?\",\"Yes\"],[\"What do you eat?\",\"Nothing from animals\"]]")
                .doesNotContain("from a friend");
        assertThat(first).doesNotContain("animals");

        answer("No meat");
        String delta = roster("?cursor=" + cursor(first));
        assertThat(JSON.readTree(delta.lines().findFirst().orElseThrow())
                        .path("full")
                        .asBoolean())
                .isFalse();
        assertThat(sealed(delta, tickets.get(1))).contains("No meat");

        unmark(diet);
        String whole = roster("?cursor=" + cursor(delta));
        assertThat(JSON.readTree(whole.lines().findFirst().orElseThrow())
                        .path("full")
                        .asBoolean())
                .isTrue();
        assertThat(sealed(whole, tickets.get(1))).doesNotContain("No meat").contains("First time here?");
    }

    private void unmark(Question question) {
        ApiClient owner = new ApiClient(settings.port(), people.token(team()));
        int status = owner.send(
                        "PUT",
                        "/questions/" + question.id(),
                        "{\"label\": \"What do you eat?\", \"kind\": \"short_text\", \"per\": \"attendee\", \"atDoor\": false}")
                .status();
        assertThat(status).isEqualTo(200);
    }

    private PersonId team() {
        PersonId person = people.person("Ole Lund");
        door.role(event, person, EventRole.ADMIN);
        return person;
    }

    private void answer(String second) {
        acting.asSystem(
                event.organization(),
                () -> answers.give(
                        new Answers.Party(tickets.getFirst().hold(), event.id(), event.organization(), 2),
                        List.of(
                                new Answer(diet.id(), 1, List.of("Everything")),
                                new Answer(diet.id(), 2, List.of(second)),
                                new Answer(newcomer.id(), 0, List.of("yes")),
                                new Answer(secret.id(), 0, List.of("from a friend")))));
    }

    private static QuestionDetails marked(String label, QuestionKind kind, boolean perAttendee) {
        return new QuestionDetails(label, "", kind, false, perAttendee, true, List.of());
    }

    private String scanned(String language, TicketView ticket) {
        return phone.client()
                .send(
                        "POST",
                        "/events/" + event.id() + "/check-ins",
                        "{\"code\": \"%s\", \"gate\": \"Main gate\"}".formatted(ticket.qr()),
                        "Accept-Language",
                        language)
                .body()
                .at("/ticket/answers")
                .toString();
    }

    private String sealed(String roster, TicketView ticket) {
        RosterSeal seal = new RosterSeal(event.id());
        String lookup = Base64.getUrlEncoder().withoutPadding().encodeToString(seal.lookup(ticket.id()));
        JsonNode entry = Arrays.stream(roster.split("\n"))
                .filter(line -> line.contains(lookup))
                .map(JSON::readTree)
                .findFirst()
                .orElseThrow();
        return new String(seal.open(ticket.qr(), BASE64.decode(entry.get(3).asString())), StandardCharsets.UTF_8);
    }

    private static String cursor(String roster) {
        String[] lines = roster.split("\n");
        return JSON.readTree(lines[lines.length - 1]).path("cursor").asString();
    }

    private String roster(String query) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(
                                            settings.baseUrl() + "/api/v1/events/" + event.id() + "/roster" + query))
                                    .header("Authorization", "Bearer d_" + phone.key())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
