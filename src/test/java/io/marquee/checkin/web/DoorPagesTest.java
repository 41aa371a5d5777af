package io.marquee.checkin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.ApiClient;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketView;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees what of the door, and what the API answers. */
@MarqueeTest
class DoorPagesTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    PeopleFixture people;

    @Autowired
    Settings settings;

    EventView event;
    List<TicketView> tickets;
    Visitor staff;
    ApiClient program;

    @BeforeEach
    void an_event_is_on() {
        event = fixture.event();
        tickets = door.tickets(event, 2);
        PersonId mara = with(EventRole.STAFF);
        staff = signedIn(mara);
        program = new ApiClient(settings.port(), people.token(mara));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scanner/{slug}",
                "/scanner/{slug}/qr.svg",
                "/manage/events/{slug}/check-ins",
                "/manage/events/{slug}/check-ins/conflicts",
                "/manage/events/{slug}/check-ins/live",
                "/manage/events/{slug}/check-ins/live/now",
                "/manage/events/{slug}/check-ins/scans"
            })
    void staff_see_the_door_and_others_do_not(String path) {
        String here = path.replace("{slug}", event.slug());

        assertThat(staff.get(here).statusCode()).isEqualTo(200);
        assertThat(signedIn(with(EventRole.VIEWER)).get(here).statusCode()).isEqualTo(403);
        assertThat(signedIn(people.person("Ole")).get(here).statusCode()).isEqualTo(404);
        HttpResponse<String> nobody = Visitor.of(settings.baseUrl()).get(here);
        assertThat(nobody.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(nobody)).startsWith("/login?back=");
    }

    @Test
    void staff_see_names_but_neither_money_nor_addresses() {
        staff.post(
                "/scanner/" + event.slug(), "code", tickets.getFirst().code(), "gate", "Main gate", "device", "Phone");

        for (String path : List.of("/scanner/" + event.slug(), "/manage/events/" + event.slug() + "/check-ins")) {
            assertThat(staff.get(path).body()).doesNotContain("ada@example.org", "€", "24.00", "/orders");
        }
        assertThat(staff.get("/manage/events/" + event.slug() + "/check-ins").body())
                .contains("Ada Lind", "General admission", "Main gate", "Phone", "Admitted");
    }

    @Test
    void the_teams_page_can_show_those_who_were_not_let_in_alone() {
        String scanner = "/scanner/" + event.slug();
        staff.post(scanner, "code", tickets.getFirst().code(), "gate", "Main gate", "device", "Phone");
        staff.post(scanner, "code", "https://example.org/wifi", "gate", "Back door", "device", "Phone");

        String refused = staff.get("/manage/events/" + event.slug() + "/check-ins?refused=true")
                .body();

        assertThat(refused).contains("Forged", "Back door").doesNotContain("Ada Lind");
    }

    @Test
    void a_form_that_lacks_something_comes_back_with_what_was_typed() {
        HttpResponse<String> answer =
                staff.post("/scanner/" + event.slug(), "code", "K7QF-2M9P", "gate", "", "device", "x".repeat(61));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"K7QF-2M9P\"", "gate-error", "device-error");
    }

    @Test
    void the_scanner_speaks_german() {
        assertThat(staff.get("/language?to=de&back=/scanner/" + event.slug()).statusCode())
                .isBetween(300, 399);
        assertThat(staff.get("/scanner/" + event.slug()).body())
                .contains("0 von 2 gekommen", "Schon drin", "Haupteingang");
    }

    @Test
    void a_phone_can_install_the_scanner_and_its_decoder_alone_may_run_compiled_code() {
        Visitor phone = Visitor.of(settings.baseUrl());
        HttpResponse<String> app = phone.get("/scanner");
        HttpResponse<String> worker = phone.get("/scanner/worker.js");

        assertThat(app.body()).contains("rel=\"manifest\" href=\"/scanner/manifest.json\"");
        assertThat(phone.get("/scanner/manifest.json").body())
                .contains("\"start_url\": \"/scanner\"", "\"display\": \"standalone\"", "192x192", "512x512");
        assertThat(worker.headers().firstValue("Service-Worker-Allowed")).contains("/scanner");
        assertThat(worker.body()).contains("/scanner/decoder.js", "zxing", "scanner/app");
        assertThat(policy(app)).doesNotContain("wasm-unsafe-eval");
        assertThat(policy(phone.get("/scanner/decoder.js"))).contains("wasm-unsafe-eval");
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    @Test
    void the_api_answers_with_verdict_ticket_and_first_scan() {
        String scan = "{\"code\": \"%s\", \"gate\": \"Main gate\", \"device\": \"Phone\"}";
        String path = "/events/" + event.id() + "/check-ins";

        ApiClient.Answer first =
                program.post(path, scan.formatted(tickets.getLast().qr()));
        ApiClient.Answer second =
                program.post(path, scan.formatted(tickets.getLast().code()));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("verdict")).isEqualTo("admitted");
        assertThat(first.body().at("/ticket/id").asString())
                .isEqualTo(tickets.getLast().id().toString());
        assertThat(first.body().at("/ticket/state").asString()).isEqualTo("checked_in");
        assertThat(first.body().path("firstSeen").isNull()).isTrue();
        assertThat(second.text("verdict")).isEqualTo("already_in");
        assertThat(second.body().at("/firstSeen/gate").asString()).isEqualTo("Main gate");
        assertThat(second.body().at("/firstSeen/device").asString()).isEqualTo("Phone");
        assertThat(second.body().at("/firstSeen/at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");

        ApiClient.Answer listed = program.get(path + "?limit=1");
        assertThat(listed.body().at("/items/0/verdict").asString()).isEqualTo("already_in");
        assertThat(program.get(path + "?limit=1&cursor=" + listed.text("next"))
                        .body()
                        .at("/items/0/verdict")
                        .asString())
                .isEqualTo("admitted");
        assertThat(program.get(path + "?refused=true").body().path("items").size())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"code\": null}",
                "[]",
                "{\"code\": 7, \"gate\": {}}",
                "{\"code\": \"\\u0000\", \"gate\": \"g\", \"device\": \"d\"}"
            })
    void what_is_no_scan_is_told_so(String body) {
        assertThat(program.post("/events/" + event.id() + "/check-ins", body).status())
                .isBetween(400, 422);
    }

    @Test
    void the_organizer_adds_a_device_sees_its_link_once_makes_a_list_and_reads_of_conflicts() {
        Visitor organizer = signedIn(with(EventRole.ADMIN));
        String here = "/manage/events/" + event.slug() + "/check-ins";

        HttpResponse<String> added =
                organizer.post(here + "/devices", "name", "Gate 1, left", "gates", "Main gate\nSide");
        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(added.body()).contains("/scanner#e_", "<svg xmlns", "Gate 1, left", "Main gate · Side");
        assertThat(organizer.get(here + "/devices").body())
                .contains("Waiting for its phone")
                .doesNotContain("/scanner#e_");
        HttpResponse<String> wrong =
                organizer.post(here + "/devices", "name", "", "ticketTypes", "x", "expiresAt", "soon");
        assertThat(wrong.statusCode()).isEqualTo(422);

        assertThat(organizer
                        .post(here + "/lists", "name", "Friday", "kind", "admission", "rule", "once_a_day")
                        .statusCode())
                .isEqualTo(303);
        assertThat(organizer.get(here + "/lists").body()).contains("Friday", "Once a day");
        assertThat(organizer
                        .post(here + "/lists", "name", "", "capacity", "many")
                        .statusCode())
                .isEqualTo(422);
        assertThat(organizer.get(here + "/conflicts").body()).contains("No conflicts");
        staff.post(
                "/scanner/" + event.slug(), "code", tickets.getFirst().code(), "gate", "Gate <1>", "device", "Phone");
        assertThat(organizer.get(here + "/live").body())
                .contains(
                        "Inside now",
                        "The last hour<",
                        "One came in, nobody went out",
                        "one is still expected, in by about ");
        assertThat(organizer.get(here + "/live?gate=Gate%20%3C1%3E").body())
                .contains("The last hour at Gate &lt;1&gt;", "All gates", here + "/live/now?gate=Gate%20%3C1%3E")
                .as("what the keyboard stays at")
                .contains("id=\"gate-Gate%20%3C1%3E\"", "id=\"all-gates\"");
        assertThat(organizer.get(here + "/live?gate=None").body())
                .as("a gate that nobody knows")
                .contains("The last hour<");
    }

    private PersonId with(EventRole role) {
        PersonId person = people.person("Mara Sol");
        door.role(event, person, role);
        return person;
    }

    private Visitor signedIn(PersonId person) {
        return Visitor.of(settings.baseUrl()).bearing(people.token(person));
    }
}
