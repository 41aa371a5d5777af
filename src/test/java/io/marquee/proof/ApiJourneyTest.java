package io.marquee.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.config.Settings;
import io.marquee.testing.ApiClient;
import io.marquee.testing.ApiClient.Answer;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The journey through the API, each answer held against the API's own document. */
@MarqueeTest(properties = "marquee.world=proof")
class ApiJourneyTest {
    private static final String EVENT = """
            {"title": "Low Tide Sessions", "startsAt": "2031-06-18T19:30", "endsAt": "2031-06-18T23:00",
             "timeZone": "Europe/Lisbon", "venue": "Pier 14", "city": "Lisbon", "description": "Doors at *seven*.",
             "visibility": "public", "tags": ["jazz"]}""";

    @Autowired
    private Settings settings;

    @Autowired
    private PeopleFixture people;

    private final List<String> differences = new ArrayList<>();
    private ApiDocument document;
    private ApiClient owner;
    private String organization;

    @BeforeEach
    void somebody_signs_in_and_makes_an_organization() {
        document = new ApiDocument(
                Visitor.of(settings.baseUrl()).get("/api/v1/openapi.json").body());
        String email = PeopleFixture.address("olga");
        people.personWithPassword(email);
        String token = made(
                        client(""),
                        "/sessions",
                        "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PeopleFixture.PASSWORD))
                .text("token");
        owner = client(token);
        organization = made(owner, "/organizations", "{\"name\": \"Pier 14\"}").text("id");
    }

    @Test
    void an_event_is_published_sold_entered_and_refunded() {
        assertThat(get(owner, "/me").status()).isEqualTo(200);
        get(owner, "/sessions");
        get(owner, "/organizations");
        get(client(""), "/organizations/" + organization);
        String event = draft();
        String type = made(owner, event + "/ticket-types", """
                {"name": "General admission", "price": {"amount": 2400, "currency": "EUR"}, "quantity": 20,
                 "maxPerOrder": 6, "saleEndsAt": "2031-06-18T18:00", "hidden": false}""").text("id");
        assertThat(post(owner, event + "/publication", "").text("state")).isEqualTo("published");
        get(client(""), event);
        get(client(""), "/events?q=tide&limit=1");
        assertThat(get(client(""), event + "/ticket-types").body().path("items").size())
                .isOne();
        Answer hold = made(client(""), event + "/holds", wanted(type, 2));
        ApiClient buyer = client(hold.text("token"));
        get(buyer, "/holds/" + hold.text("id"));
        String order = "/orders/"
                + made(buyer, "/orders", """
                {"hold": "%s", "buyer": {"name": "Ada Lind", "email": "ada@example.org"},
                 "attendees": [{"name": "Ada Lind"}, {"name": "Tom Sá", "email": "tom@example.org"}]}""".formatted(hold.text("id"))).text("id");
        pay(buyer, order);
        JsonNode tickets = get(buyer, order + "/tickets").body().path("items");
        assertThat(tickets.size()).isEqualTo(2);
        enter(event, tickets.path(0));
        refund(buyer, order, tickets.path(1).path("id").asString(""));
        for (String list : List.of("/orders", "/attendees", "/team", "/invitations")) get(owner, event + list);
        assertThat(post(owner, event + "/cancellation", "{\"reason\": \"A storm is coming.\"}")
                        .text("state"))
                .isEqualTo("cancelled");
        assertThat(differences).isEmpty();
    }

    private void pay(ApiClient buyer, String order) {
        assertThat(get(buyer, order).text("state")).isEqualTo("pending");
        assertThat(pay(buyer, order, PaymentFixture.DECLINED_CARD)).isEqualTo("failed");
        assertThat(pay(buyer, order, PaymentFixture.GOOD_CARD)).isEqualTo("succeeded");
        assertThat(get(buyer, order).text("state")).isEqualTo("paid");
        get(buyer, order + "/payments");
    }

    private String pay(ApiClient buyer, String order, String card) {
        return made(buyer, order + "/payments", "{\"provider\": \"sandbox\", \"method\": \"%s\"}".formatted(card))
                .text("state");
    }

    private void enter(String event, JsonNode ticket) {
        String scan = "{\"code\": \"%s\", \"gate\": \"Main gate\", \"device\": \"Phone of Mara\"}"
                .formatted(ticket.path("qr").asString(""));
        assertThat(post(owner, event + "/check-ins", scan).text("verdict")).isEqualTo("admitted");
        Answer again = post(owner, event + "/check-ins", scan);
        assertThat(again.text("verdict")).isEqualTo("already_in");
        assertThat(again.body().path("firstSeen").path("gate").asString("")).isEqualTo("Main gate");
        assertThat(post(owner, event + "/check-ins", scan.replaceFirst("\"code\": \"[^\"]*", "\"code\": \"AAAA-AAAA"))
                        .text("verdict"))
                .isEqualTo("unknown");
        assertThat(get(owner, event + "/check-ins").body().path("items").size()).isGreaterThanOrEqualTo(2);
    }

    private void refund(ApiClient buyer, String order, String ticket) {
        assertThat(post(buyer, order + "/refunds", "{\"reason\": \"ill\"}").status())
                .isEqualTo(202);
        Answer refunded = post(
                owner,
                order + "/refunds",
                "{\"reason\": \"ill\", \"lines\": [{\"ticket\": \"%s\"}]}".formatted(ticket));
        assertThat(refunded.status()).isEqualTo(201);
        get(buyer, order + "/refunds");
    }

    @Test
    void an_import_tells_what_became_of_each_line_and_a_second_one_changes_nothing() {
        String path = "/organizations/" + organization + "/imports";
        byte[] csv =
                "name,start date,city\nPyCon,2031-05-01,Lisbon\n,2031-05-02,Porto\n".getBytes(StandardCharsets.UTF_8);
        Answer first = checked("POST", path, owner.send("POST", path, "text/csv", csv));
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().path("created").asInt(-1)).isOne();
        assertThat(first.body().path("rejected").path(0).path("line").asInt(-1)).isEqualTo(3);
        Answer second = checked("POST", path, owner.send("POST", path, "text/csv", csv));
        assertThat(second.body().path("unchanged").asInt(-1)).isOne();
        get(owner, path + "/" + second.text("id"));
        assertThat(differences).isEmpty();
    }

    @Test
    void what_is_refused_is_a_problem_as_documented() {
        String event = draft();
        assertThat(get(client(""), event).status()).isEqualTo(404);
        assertThat(get(client("nonsense"), "/me").status()).isEqualTo(401);
        assertThat(post(owner, "/organizations/" + organization + "/events", "{")
                        .status())
                .isEqualTo(400);
        Answer invalid = post(owner, "/organizations/" + organization + "/events", "{\"title\": \"\"}");
        assertThat(invalid.status()).isEqualTo(422);
        assertThat(invalid.body().path("errors").size()).isPositive();
        assertThat(post(client(""), "/orders", "{}").status()).isBetween(400, 422);
        assertThat(differences).isEmpty();
    }

    @Test
    void a_repeated_write_with_a_key_gets_the_same_answer_and_makes_nothing_twice() {
        String events = "/organizations/" + organization + "/events";
        String[] key = {"Idempotency-Key", "key-" + organization};
        Answer first = owner.send("POST", events, EVENT, key);
        Answer again = owner.send("POST", events, EVENT, key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(get(owner, events).body().path("items").size()).isOne();
        Answer other = checked("POST", events, owner.send("POST", events, EVENT.replace("Low", "High"), key));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("idempotency_key_reused");
        assertThat(differences).isEmpty();
    }

    @Test
    void cursors_lead_to_each_item_once() {
        String events = "/organizations/" + organization + "/events";
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) made.add(made(owner, events, EVENT).text("id"));
        List<String> listed = new ArrayList<>();
        String next = "";
        do {
            Answer page = get(owner, events + "?limit=3" + (next.isEmpty() ? "" : "&cursor=" + next));
            assertThat(page.body().path("items").size()).isBetween(1, 3);
            page.body().path("items").forEach(item -> listed.add(item.path("id").asString("")));
            next = page.body().path("next").asString("");
        } while (!next.isEmpty());
        assertThat(listed).containsExactlyInAnyOrderElementsOf(made);
        assertThat(get(owner, events + "?limit=0").status()).isEqualTo(422);
        assertThat(get(owner, events + "?cursor=nonsense").status()).isEqualTo(422);
    }

    private String draft() {
        return "/events/"
                + made(owner, "/organizations/" + organization + "/events", EVENT)
                        .text("id");
    }

    private static String wanted(String type, int quantity) {
        return "{\"items\": [{\"ticketType\": \"%s\", \"quantity\": %d}]}".formatted(type, quantity);
    }

    private Answer made(ApiClient client, String path, String json) {
        Answer answer = post(client, path, json);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(201);
        return answer;
    }

    private Answer post(ApiClient client, String path, String json) {
        return checked("POST", path, client.post(path, json));
    }

    private Answer get(ApiClient client, String path) {
        return checked("GET", path, client.get(path));
    }

    private Answer checked(String method, String path, Answer answer) {
        differences.addAll(document.differences(method, path, answer));
        return answer;
    }

    private ApiClient client(String token) {
        return new ApiClient(settings.baseUrl().getPort(), token);
    }
}
