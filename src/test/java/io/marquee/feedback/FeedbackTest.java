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

    private String asked() {
        return feedback.ask(event.id(), event.organization(), Ids.next());
    }
}
