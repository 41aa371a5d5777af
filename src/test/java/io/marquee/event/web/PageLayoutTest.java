package io.marquee.event.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.event.PageBlock;
import io.marquee.event.PageLayout;
import io.marquee.kernel.PersonId;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.ApiClient;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An event's page is arranged by its team: which parts, in which order. */
@MarqueeTest
class PageLayoutTest {
    @Autowired
    private EventFixture fixture;

    @Autowired
    private Events events;

    @Autowired
    private EventReads reads;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private Organizations organizations;

    @Autowired
    private Acting acting;

    @Autowired
    private Settings settings;

    private PersonId olga;
    private String slug;
    private EventView event;
    private Visitor team;
    private Visitor visitor;

    @BeforeEach
    void an_event_with_a_story_and_something_to_know() {
        olga = people.person("Olga Owner");
        var organization = acting.as(people.actor(olga), () -> organizations.create(olga, "Pier " + olga));
        slug = organization.slug();
        event = fixture.published(
                organization.id(),
                EventFixture.concert().description("Four acts.").minimumAge(16).build());
        team = Visitor.of(settings.baseUrl()).bearing(people.token(olga));
        visitor = Visitor.of(settings.baseUrl());
    }

    @Test
    void parts_move_are_switched_off_and_questions_are_answered() {
        String path = "/manage/events/" + event.slug() + "/page";
        assertThat(team.get(path).body()).contains("Speakers", "The way there", "Show this part");

        HttpResponse<String> moved = post(path, "up", "questions");
        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(moved.body()).contains("autofocus");
        assertThat(moved.body().indexOf("value=\"questions\""))
                .isLessThan(moved.body().indexOf("value=\"pictures\""));
        assertThat(now().details().page()).as("nothing is saved yet").isEqualTo(PageLayout.usual());

        assertThat(team.post(path + "/preview", "block", "questions", "shown_questions", "true", "page", "*Dogs?* No.")
                        .body())
                .contains("<em>Dogs?</em> No.");
        assertThat(page()).doesNotContain("Dogs?");

        assertThat(post(path).statusCode()).isEqualTo(303);
        assertThat(page()).contains("<em>Dogs?</em> No.", "Four acts.").doesNotContain("id=\"notes\"");
        assertThat(page().indexOf("id=\"questions\"")).isLessThan(page().indexOf("id=\"about\""));
        HttpResponse<String> old = post(path);
        assertThat(old.statusCode()).as("from a version that is old by now").isEqualTo(409);
        assertThat(old.body())
                .contains("Olga Owner saved this in the meantime", "*Dogs?* No.")
                .contains("name=\"version\" value=\"" + now().version() + "\"");

        assertThat(team.post(path + "?version=" + now().version()).statusCode()).isEqualTo(303);
        assertThat(now().details().page())
                .as("only the order is as usual again")
                .isEqualTo(PageLayout.of(List.of(), "*Dogs?* No."));
    }

    @Test
    void the_way_there_is_a_part_that_asks_nobody_elses_server_and_online_there_is_none() {
        assertThat(page())
                .contains("id=\"map\"", "https://www.openstreetmap.org/search?query=")
                .doesNotContain("<iframe", "tile.openstreetmap");
        EventView other = fixture.published(event.organization());
        acting.as(EventFixture.owner(event.organization()), () -> events.cancel(other.id(), "A storm"));
        assertThat(visitor.get("/events/" + other.slug() + "?unlock=fresh").body())
                .doesNotContain("id=\"map\"");

        acting.as(
                people.actor(olga),
                () -> events.edit(
                        event.id(),
                        event.details()
                                .but()
                                .venue(null)
                                .address(null)
                                .city(null)
                                .onlineUrl("https://example.org/live")
                                .build(),
                        event.version()));
        assertThat(page()).doesNotContain("id=\"map\"");
    }

    @Test
    void speakers_stay_beside_the_agenda_of_a_page_that_was_arranged_before_and_away_with_it() {
        PageLayout before = PageLayout.of(List.of(
                new PageBlock(PageBlock.Kind.NOTES, true, ""),
                new PageBlock(PageBlock.Kind.AGENDA, false, ""),
                new PageBlock(PageBlock.Kind.STORY, true, "")));

        assertThat(before.blocks().subList(0, 4))
                .extracting(PageBlock::kind)
                .containsExactly(
                        PageBlock.Kind.NOTES, PageBlock.Kind.AGENDA, PageBlock.Kind.SPEAKERS, PageBlock.Kind.STORY);
        assertThat(before.block(PageBlock.Kind.SPEAKERS).shown()).isFalse();
        assertThat(before.blocks().getLast().kind()).isEqualTo(PageBlock.Kind.MAP);
    }

    @Test
    void what_cannot_be_is_refused_and_tickets_are_always_there() {
        String path = "/manage/events/" + event.slug() + "/page";
        assertThat(team.post(path, "block", "cellar", "version", "1").statusCode())
                .isEqualTo(422);
        assertThat(team.post(
                                path,
                                "version",
                                String.valueOf(event.version()),
                                "block",
                                "questions",
                                "shown_questions",
                                "true",
                                "page",
                                "x".repeat(20_001))
                        .body())
                .contains("page-error");
        assertThat(visitor.post(path).statusCode()).isEqualTo(303);
        PageLayout layout = PageLayout.of(List.of(new PageBlock(PageBlock.Kind.TICKETS, false, "")));
        assertThat(layout.block(PageBlock.Kind.TICKETS).shown()).isTrue();
    }

    @Test
    void programs_arrange_it_and_an_earlier_version_comes_back() {
        ApiClient api = new ApiClient(settings.port(), people.token(olga));
        String path = "/events/" + event.slug();
        assertThat(api.send("PATCH", path, """
                        {"page": [{"kind": "notes"}, {"kind": "story", "shown": false}]}""").status()).isEqualTo(200);
        assertThat(api.get(path).body().at("/page/0/kind").asString()).isEqualTo("notes");
        assertThat(page()).contains("id=\"notes\"").doesNotContain("Four acts.</p>");
        assertThat(api.send("PATCH", path, """
                        {"page": [{"kind": "questions", "text": "*Dogs?* No."}]}""").status()).isEqualTo(200);
        for (String silent : List.of("[{\"kind\": \"questions\"}, {\"kind\": \"notes\"}]", "[]", "null")) {
            api.send("PATCH", path, "{\"page\": " + silent + "}");
            assertThat(now().details().page().questions()).as(silent).isEqualTo("*Dogs?* No.");
        }
        api.send("PATCH", path, """
                        {"page": [{"kind": "notes"}, {"kind": "story", "shown": false}, {"kind": "questions", "text": ""}]}""");
        assertThat(now().details().page().questions()).isEmpty();
        assertThat(api.send("PATCH", path, "{\"page\": [{\"kind\": \"cellar\"}]}")
                        .status())
                .isIn(400, 422);

        assertThat(api.send("PATCH", path, "{\"title\": \"Another title\"}").status())
                .isEqualTo(200);
        assertThat(now().details().page().block(PageBlock.Kind.STORY).shown()).isFalse();
        String entry = api.get("/organizations/" + slug + "/trail?subject=event")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.toString().contains("\"page\""))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        assertThat(api.post("/trail/" + entry + "/restoration", "{}").status()).isEqualTo(204);
        assertThat(now().details().page()).isEqualTo(PageLayout.of(List.of(), "*Dogs?* No."));
    }

    /** Questions first, the story, and nothing to know. */
    private HttpResponse<String> post(String path, String... button) {
        String[] form = {
            "version", String.valueOf(event.version()),
            "block", "tickets",
            "block", button.length == 0 ? "questions" : "pictures",
            "block", button.length == 0 ? "story" : "questions",
            "shown_questions", "true",
            "shown_story", "true",
            "block", "notes",
            "page", "*Dogs?* No."
        };
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(form), java.util.Arrays.stream(button))
                .toArray(String[]::new);
        return team.post(path, all);
    }

    private String page() {
        return visitor.get("/events/" + event.slug() + "?unlock=fresh").body();
    }

    private EventView now() {
        return acting.as(people.actor(olga), () -> reads.visible(event.id().toString()));
    }
}
