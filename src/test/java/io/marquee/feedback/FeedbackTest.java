package io.marquee.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.Ids;
import io.marquee.kernel.PersonId;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.config.Settings;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class FeedbackTest {
    @Autowired
    Feedback feedback;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    PeopleFixture people;

    @Autowired
    TicketFixture tickets;

    @Autowired
    Settings settings;

    private OrganizationView organization;
    private EventView event;
    private Visitor owner;
    private Visitor guest;

    @BeforeEach
    void an_event_that_is_over() {
        PersonId olga = people.person("Olga Owner");
        organization = organizations.organization(olga, "Pier " + olga);
        event = tickets.eventOf(organization.id());
        owner = Visitor.of(settings.baseUrl()).bearing(people.token(olga));
        guest = Visitor.of(settings.baseUrl());
    }

    @Test
    void who_came_says_how_it_was_and_may_say_otherwise_later() {
        String path = asked();
        assertThat(guest.get(path).body()).contains("How was " + event.details().title(), "Very good");

        assertThat(Visitor.location(guest.post(path, "rating", "4", "comment", "Loud, and <lovely>.")))
                .isEqualTo(path);
        guest.post(path, "rating", "2", "comment", "Too loud, on second thoughts.");

        assertThat(guest.get(path).body()).contains("Change my answer", "Too loud");
        assertThat(owner.get("/manage/events/" + event.slug() + "/feedback").body())
                .contains("2 of 5", "1 of 1 answered", "Too loud, on second thoughts.")
                .doesNotContain("lovely");
    }

    @Test
    void who_is_asked_twice_about_one_ticket_is_asked_once() {
        var about = Ids.next();

        assertThat(feedback.ask(event.id(), event.organization(), about))
                .isEqualTo(feedback.ask(event.id(), event.organization(), about));
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_nothing_is_lost() {
        String path = asked();

        var refused = guest.post(path, "rating", "", "comment", "Only words.");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Only words.", "rating-error");
        assertThat(guest.post(path, "rating", "9").statusCode()).isEqualTo(422);
        assertThat(guest.post(path, "rating", "3", "comment", "x".repeat(2_001)).statusCode())
                .isEqualTo(422);
        assertThat(guest.get("/feedback/h_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void programs_answer_count_and_compare() {
        String path = "/api/v1" + asked();
        assertThat(guest.send("PUT", path, "{\"rating\": 6}").statusCode()).isEqualTo(422);
        assertThat(guest.send("PUT", path, "{\"rating\": 5, \"comment\": \"Again!\"}")
                        .body())
                .contains("\"rating\":5");
        asked();

        assertThat(owner.get("/api/v1/events/" + event.slug() + "/feedback").body())
                .contains("\"asked\":2", "\"answered\":1", "\"average\":5.0", "\"ratings\":[0,0,0,0,1]");
        assertThat(owner.get("/api/v1/events/" + event.slug() + "/feedback/comments")
                        .body())
                .contains("Again!");
        assertThat(owner.get("/api/v1/organizations/" + organization.slug() + "/feedback")
                        .body())
                .contains(event.slug(), "\"asked\":2");
        assertThat(owner.get("/manage/organizations/" + organization.slug() + "/feedback")
                        .body())
                .contains("5 of 5", "1 of 2 answered");
        assertThat(guest.get("/api/v1/events/" + event.slug() + "/feedback").statusCode())
                .isEqualTo(401);
    }

    @Test
    void each_event_is_compared_with_the_one_before() {
        guest.post(asked(), "rating", "3");
        EventView silent = tickets.eventOf(organization.id());
        feedback.ask(silent.id(), silent.organization(), Ids.next());
        EventView next = tickets.eventOf(organization.id());
        guest.post(feedback.ask(next.id(), next.organization(), Ids.next()), "rating", "5");

        assertThat(owner.get("/manage/organizations/" + organization.slug() + "/feedback")
                        .body())
                .contains("5 of 5", "2 better than the event before", "3 of 5")
                .doesNotContain("worse than");
        assertThat(owner.get("/manage/events/" + next.slug() + "/feedback").body())
                .contains("2 better than the event before");
        assertThat(owner.get("/manage/events/" + event.slug() + "/feedback").body())
                .doesNotContain("than the event before");
        assertThat(owner.get("/api/v1/organizations/" + organization.slug() + "/feedback")
                        .body())
                .contains("\"change\":2.0", "\"change\":null");
    }

    @Test
    void the_team_asks_more_and_reads_what_was_answered_to_each() {
        String pages = "/manage/events/" + event.slug() + "/feedback";
        String own = pages + "/questions";
        String again = ask(own, "label", "What again?", "kind", "several_choices", "options", "The band\nThe boat");
        String minutes = ask(own, "label", "Minutes in the queue", "kind", "number", "required", "true");
        String words = ask(own, "label", "A word for us", "kind", "short_text");
        assertThat(owner.post(own, "label", "", "kind", "number").statusCode()).isEqualTo(422);
        String path = asked();

        var refused = guest.post(path, "rating", "", "answers." + minutes, "ages", "answers." + words, "Kept");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("rating-error", "answers." + minutes + "-error", "Kept");
        answer(path, again, minutes, "12.5", words, "=Again!");
        answer(asked(), again, minutes, "7.5", words, "Soon");

        assertThat(owner.get(pages).body())
                .contains("What again?", "2 answers", "10 on average, from 7.5 to 12.5", "Soon");
        assertThat(guest.get(path).body()).contains("12.5", "=Again!");
        assertThat(owner.get(pages + "/export.csv").body())
                .contains(
                        "at,rating,comment,What again?,Minutes in the queue,A word for us",
                        ",The band; The boat,12.5,'=Again!");
        owner.post(own + "/" + words + "/archival");
        assertThat(guest.get(path).body()).doesNotContain("A word for us");
        answer(path, again, minutes, "1", words, "");
        assertThat(owner.get(pages).body()).contains("A word for us", "=Again!");
        owner.post(own + "/" + minutes, "label", "Minutes you waited", "kind", "number");
        assertThat(owner.get(own).body()).contains("Minutes you waited").doesNotContain("A word for us");
        assertThat(guest.get(own).statusCode()).isEqualTo(303);
    }

    @Test
    void programs_ask_more_and_answer_it() {
        String api = "/api/v1/events/" + event.slug() + "/feedback";
        var made = owner.send("POST", api + "/questions", "{\"label\":\"Came alone?\",\"kind\":\"yes_no\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        String id = made.body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(owner.send("POST", api + "/questions", "{}").statusCode()).isEqualTo(422);
        String path = "/api/v1" + asked();
        assertThat(guest.get(path).body()).contains("Came alone?", id);
        assertThat(said(path, id, "perhaps")).isEqualTo(422);
        assertThat(said(path, id, "yes")).isEqualTo(200);

        assertThat(owner.get(api + "/results").body()).contains("{\"option\":\"yes\",\"times\":1}", "\"answered\":1");
        String question = api + "/questions/" + id;
        assertThat(owner.send("PUT", question, "{\"label\":\"Alone?\",\"kind\":\"yes_no\"}")
                        .body())
                .contains("Alone?");
        assertThat(owner.delete(question).statusCode()).isEqualTo(204);
        assertThat(owner.delete(question).statusCode()).isEqualTo(404);
        assertThat(guest.get(api + "/results").statusCode()).isEqualTo(401);
    }

    private int said(String path, String question, String word) {
        return guest.send(
                        "PUT",
                        path,
                        "{\"rating\":5,\"answers\":[{\"question\":\"" + question + "\",\"said\":[\"" + word + "\"]}]}")
                .statusCode();
    }

    private String ask(String path, String... fields) {
        owner.post(path, fields);
        return owner.get(path).body().replaceAll("(?s).*/questions/([0-9a-f-]{36})\".*", "$1");
    }

    private void answer(String path, String again, String minutes, String number, String words, String word) {
        guest.post(
                path,
                "rating",
                "4",
                "answers." + again,
                "The band",
                "answers." + again,
                "The boat",
                "answers." + minutes,
                number,
                "answers." + words,
                word);
    }

    private String asked() {
        return feedback.ask(event.id(), event.organization(), Ids.next());
    }
}
