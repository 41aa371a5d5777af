package io.marquee.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderReads;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Pages;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.QuestionFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.HoldView;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MarqueeTest
class RegistrationTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    Organizations organizations;

    @Autowired
    EventFixture events;

    @Autowired
    Events commands;

    @Autowired
    TicketFixture tickets;

    @Autowired
    QuestionFixture questions;

    @Autowired
    Questions asked;

    @Autowired
    OrderReads orders;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    @Autowired
    JsonMapper json;

    @Autowired
    Pages pages;

    private PersonId olga;
    private Visitor owner;
    private Visitor tom;
    private EventView event;

    @BeforeEach
    void begin() {
        olga = people.person("Olga Owner");
        var organization = acting.as(people.actor(olga), () -> organizations.create(olga, "Pier " + olga));
        event = events.published(organization.id());
        owner = Visitor.of(settings.baseUrl()).bearing(people.token(olga));
        tom = Visitor.of(settings.baseUrl());
    }

    @Test
    void a_team_asks_changes_sorts_and_stops_asking() {
        assertThat(owner.get(manage("")).body()).contains("Nothing is asked yet");
        assertThat(ask(
                        "label",
                        "What do you eat?",
                        "kind",
                        "single_choice",
                        "per",
                        "attendee",
                        "options",
                        "Meat\nBread"))
                .isEqualTo(303);
        assertThat(ask("label", "Your company", "kind", "short_text", "per", "order"))
                .isEqualTo(303);
        Question diet = labelled("What do you eat?");

        owner.post(manage("/" + diet.id() + "/position"), "to", "down");
        assertThat(labels()).containsExactly("Your company", "What do you eat?");
        assertThat(owner.get(manage("/" + diet.id())).body()).contains("Meat\nBread");
        owner.post(manage("/" + diet.id()), "label", "Your meal", "kind", "date", "per", "order", "options", "x");
        assertThat(labelled("Your meal").details().options()).isEmpty();
        owner.post(manage("/" + diet.id() + "/archival"));
        assertThat(labels()).containsExactly("Your company");
        assertThat(owner.get(manage("/" + diet.id())).statusCode()).isEqualTo(404);
    }

    @Test
    void a_question_for_some_says_for_whom_and_is_asked_of_nobody_else() {
        ask("label", "Do you drive?", "kind", "yes_no", "per", "order");
        Question drives = labelled("Do you drive?");
        String yes = drives.id() + "=yes";
        assertThat(owner.get(manage("/new")).body()).contains(yes);
        assertThat(ask(
                        "label",
                        "Which car?",
                        "kind",
                        "short_text",
                        "per",
                        "order",
                        "required",
                        "true",
                        "condition",
                        yes))
                .isEqualTo(303);
        Question car = labelled("Which car?");
        assertThat(owner.get(manage("")).body()).contains("for some");
        assertThat(owner.get(manage("/" + car.id())).body()).contains(yes);
        // one that depends on it can't be what it depends on
        assertThat(owner.post(
                                manage("/" + drives.id()),
                                "label",
                                "Do you drive?",
                                "kind",
                                "yes_no",
                                "per",
                                "order",
                                "condition",
                                drives.id() + "=yes")
                        .statusCode())
                .isEqualTo(422);
        // nor lose the answer that the other is for
        assertThat(owner.post(manage("/" + drives.id()), "label", "x", "kind", "short_text", "per", "order")
                        .body())
                .contains("kind-error", "Which car?");
        assertThat(owner.post(manage("/" + drives.id()), "label", "x", "kind", "yes_no", "per", "attendee")
                        .statusCode())
                .isEqualTo(422);
        assertThat(ask("label", "x", "kind", "short_text", "per", "order", "condition", drives.id() + "=maybe"))
                .isEqualTo(422);

        List<Question> all = asked.asked(event.id());
        assertThat(Questions.checked(all, List.of(new Answer(drives.id(), 0, List.of("no")))))
                .hasSize(1);
        assertThatThrownBy(() -> Questions.checked(all, List.of(new Answer(drives.id(), 0, List.of("yes")))))
                .isInstanceOf(InvalidInput.class);
        String form = new AnswerForm(all, List.of("Ada"))
                .groups(List.of(), FieldErrors.none(), pages.text(Locale.ENGLISH))
                .getFirst()
                .fields()
                .getLast()
                .toString();
        assertThat(form).contains("Only if “Do you drive?” is answered with Yes", "only-when=yes");
        assertThat(tom.get("/api/v1/events/" + event.slug() + "/questions").body())
                .contains("\"any\":[\"yes\"]");
    }

    @Test
    void a_question_that_cannot_be_asked_is_refused_at_its_field() {
        HttpResponse<String> refused =
                owner.post(manage(""), "label", " ", "kind", "single_choice", "per", "order", "options", "only one");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("label-error", "Give at least two to choose from.", "only one");
        assertThat(ask("label", "x", "kind", "riddle", "per", "order")).isEqualTo(422);
        assertThat(ask("label", "x", "kind", "single_choice", "per", "order", "options", "a\na"))
                .isEqualTo(422);
    }

    @Test
    void an_order_needs_the_answers_that_are_required_of_everybody_who_comes() {
        Question diet = questions.ask(event, QuestionFixture.diet());
        String checkout = checkout(hold(2));
        assertThat(tom.get(checkout).body()).contains("What do you eat?", "Ticket 2: Guest list", "No meat");

        HttpResponse<String> refused = buy(checkout, diet.field(1), "No meat");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(diet.field(2) + "-error").doesNotContain(diet.field(1) + "-error");
        assertThat(buy(checkout, diet.field(1), "Stones", diet.field(2), "No meat")
                        .statusCode())
                .isEqualTo(422);

        HttpResponse<String> bought = buy(checkout, diet.field(1), "No meat", diet.field(2), "Everything");
        assertThat(bought.statusCode()).isEqualTo(303);
        assertThat(owner.get("/manage/events/" + event.slug() + "/attendees").body())
                .contains("No meat", "Everything");
    }

    @Test
    void a_buyer_changes_answers_until_registration_locks() {
        Question diet = questions.ask(event, QuestionFixture.diet());
        String order = Visitor.location(buy(checkout(hold(1)), diet.field(1), "No meat"));
        assertThat(tom.get(order).body()).contains(order + "/answers");

        tom.post(order + "/answers", diet.field(1), "Everything");
        assertThat(tom.get(order + "/answers").body()).containsPattern("value=\"Everything\"[^>]* checked");
        assertThat(tom.post(order + "/answers", diet.field(1), "").statusCode()).isEqualTo(422);

        acting.as(people.actor(olga), () -> commands.goLive(event.id()));
        tom.post(order + "/answers", diet.field(1), "No meat");
        assertThat(tom.get(order + "/answers").body())
                .contains("Registration is closed", "Everything")
                .doesNotContain("<form class=\"card");
    }

    @Test
    void every_kind_of_answer_is_kept_as_it_was_meant_and_shown_to_the_team() {
        Question company = questions.ask(event, QuestionFixture.of("Company", QuestionKind.SHORT_TEXT));
        Question days =
                questions.ask(event, QuestionFixture.of("Days", QuestionKind.SEVERAL_CHOICES, "Fri", "Sat", "Sun"));
        Question photos = questions.ask(event, QuestionFixture.of("Photos?", QuestionKind.YES_NO));
        Question size = questions.ask(event, QuestionFixture.of("Size in metres", QuestionKind.NUMBER));
        Question birth = questions.ask(event, QuestionFixture.of("Day of birth", QuestionKind.DATE));
        String checkout = checkout(hold(1));

        assertThat(buy(checkout, size.field(0), "tall", birth.field(0), "yesterday")
                        .body())
                .contains("Please enter a number.", "Please enter a date.");
        String order = Visitor.location(buy(
                checkout,
                company.field(0),
                " Harbour Ltd ",
                days.field(0),
                "Fri",
                days.field(0),
                "Sun",
                photos.field(0),
                "no",
                size.field(0),
                "1,80",
                birth.field(0),
                "1990-02-28"));

        JsonNode items = read(buyer(order).get("/api/v1/orders/" + orderId(order) + "/answers"))
                .path("items");
        assertThat(items).hasSize(5);
        assertThat(items.toString()).contains("Harbour Ltd", "[\"Fri\",\"Sun\"]", "[\"no\"]", "1.80", "1990-02-28");
        String code = read(buyer(order).get("/api/v1/orders/" + orderId(order)))
                .path("code")
                .asString();
        assertThat(owner.get("/manage/events/" + event.slug() + "/orders/" + code)
                        .body())
                .contains("Harbour Ltd", "Fri, Sun", "1.80");
    }

    @Test
    void programs_read_what_is_asked_and_answer_it() {
        Question diet = read(owner.send("POST", api("/questions"), """
                {"label": "What do you eat?", "kind": "single_choice", "required": true, "per": "attendee",
                 "options": ["Meat", "Bread"]}"""))
                .path("id")
                .asString()
                .transform(id -> asked.asked(event.id()).stream()
                        .filter(q -> q.id().toString().equals(id))
                        .findFirst()
                        .orElseThrow());
        assertThat(read(tom.get(api("/questions"))).at("/items/0/options/1").asString())
                .isEqualTo("Bread");
        HoldView hold = hold(1);
        Visitor program = Visitor.of(settings.baseUrl())
                .bearing(capabilities.tokenFor(hold.id().value()));

        assertThat(program.send("POST", "/api/v1/orders", order(hold, "")).statusCode())
                .isEqualTo(422);
        HttpResponse<String> made = program.send("POST", "/api/v1/orders", order(hold, """
                , "answers": [{"question": "%s", "ticket": 1, "value": "Bread"}]""".formatted(diet.id())));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String answers = "/api/v1/orders/" + read(made).path("id").asString() + "/answers";
        assertThat(read(program.send("PUT", answers, """
                {"answers": [{"question": "%s", "ticket": 1, "value": ["Meat"]}]}""".formatted(diet.id())))
                        .at("/items/0/said/0")
                        .asString())
                .isEqualTo("Meat");
        // whoever sends a bought order again gets it, and changes nothing of it
        assertThat(program.send("POST", "/api/v1/orders", order(hold, "")).statusCode())
                .isEqualTo(201);
        assertThat(read(program.get(answers)).at("/items/0/said/0").asString()).isEqualTo("Meat");
        assertThat(program.send("PUT", answers, "{\"answers\": [null]}").statusCode())
                .isEqualTo(422);
        assertThat(owner.send("PUT", "/api/v1/questions/" + diet.id(), "{\"label\": \"x\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(owner.delete("/api/v1/questions/" + diet.id()).statusCode()).isEqualTo(204);
        assertThat(read(program.get(answers)).path("items")).hasSize(1);
    }

    @Test
    void a_required_text_and_all_options_of_a_list_are_checked_by_their_rules() {
        Question why =
                questions.ask(event, new QuestionDetails("Why?", "", QuestionKind.LONG_TEXT, true, false, List.of()));
        String checkout = checkout(hold(1));

        assertThat(buy(checkout, why.field(0), "x".repeat(2001)).statusCode()).isEqualTo(422);
        assertThat(buy(checkout, why.field(0), "   ").statusCode()).isEqualTo(422);
        assertThat(buy(checkout, why.field(0), "Because\nof you").statusCode()).isEqualTo(303);
    }

    private HoldView hold(int quantity) {
        return tickets.hold(event, tickets.type(event, OrderFixture.free(10)), quantity);
    }

    private String checkout(HoldView hold) {
        return "/checkout/" + capabilities.tokenFor(hold.id().value());
    }

    private HttpResponse<String> buy(String checkout, String... answers) {
        String[] fields = new String[answers.length + 4];
        System.arraycopy(new String[] {"buyer.name", "Tom Sá", "buyer.email", "tom@example.org"}, 0, fields, 0, 4);
        System.arraycopy(answers, 0, fields, 4, answers.length);
        return tom.post(checkout + "/order", fields);
    }

    private Visitor buyer(String orderPath) {
        return Visitor.of(settings.baseUrl()).bearing(orderPath.substring("/orders/".length()));
    }

    private String orderId(String orderPath) {
        var bearer = capabilities.open(orderPath.substring("/orders/".length()));
        return acting.as(bearer, () -> Objects.requireNonNull(orders.byHold(new HoldId(bearer.hold()))))
                .id()
                .toString();
    }

    private String order(HoldView hold, String more) {
        return "{\"hold\": \"%s\", \"buyer\": {\"name\": \"Tom\", \"email\": \"tom@example.org\"}%s}"
                .formatted(hold.id(), more);
    }

    private int ask(String... fields) {
        return owner.post(manage(""), fields).statusCode();
    }

    private Question labelled(String label) {
        return asked.asked(event.id()).stream()
                .filter(question -> question.details().label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private List<String> labels() {
        return asked.asked(event.id()).stream().map(q -> q.details().label()).toList();
    }

    private String manage(String below) {
        return "/manage/events/" + event.slug() + "/questions" + below;
    }

    private String api(String below) {
        return "/api/v1/events/" + event.slug() + below;
    }

    private JsonNode read(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }
}
