package io.marquee.event.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.PersonId;
import io.marquee.organization.OrganizationView;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.ApiClient;
import io.marquee.testing.ApiClient.Answer;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class EventApiTest {
    private static final String CONCERT = """
            {"title": "Low Tide Sessions", "startsAt": "2031-06-18T19:30", "endsAt": "2031-06-18T23:00",
             "timeZone": "Europe/Lisbon", "venue": "Pier 14", "city": "Lisbon", "tags": ["Jazz", "jazz"],
             "description": "Three *bands*", "visibility": "public", "type": "concert"}
            """;

    @Autowired
    Settings settings;

    @Autowired
    PeopleFixture people;

    @Autowired
    Organizations organizations;

    @Autowired
    Acting acting;

    ApiClient ada;
    ApiClient stranger;
    ApiClient nobody;
    OrganizationView organization;

    @BeforeEach
    void ada_has_an_organization() {
        PersonId person = people.person("Ada Lind");
        organization = acting.as(people.actor(person), () -> organizations.create(person, "Pier 14 " + person));
        ada = new ApiClient(settings.port(), people.token(person));
        stranger = new ApiClient(settings.port(), people.token(people.person("Ole")));
        nobody = new ApiClient(settings.port(), "");
    }

    @Test
    void an_event_is_created_read_changed_and_published() {
        Answer made = create(CONCERT);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/api/v1/events/" + made.text("id"));
        assertThat(made.text("state")).isEqualTo("draft");
        assertThat(made.text("type")).isEqualTo("concert");
        assertThat(made.text("startsAt")).startsWith("2031-06-18T19:30");
        assertThat(made.text("starts")).isEqualTo("2031-06-18T18:30:00Z");
        assertThat(made.body().path("tags").toString()).isEqualTo("[\"jazz\"]");
        String path = "/events/" + made.text("slug");
        assertThat(nobody.get(path).status()).isEqualTo(404);

        Answer changed = ada.send("PATCH", path, "{\"summary\": \"One sunset\", \"venue\": null}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("summary")).isEqualTo("One sunset");
        assertThat(changed.body().path("venue").isNull()).isTrue();
        assertThat(changed.text("city")).isEqualTo("Lisbon");

        assertThat(ada.post(path + "/publication", "{}").text("state")).isEqualTo("published");
        assertThat(nobody.get(path).text("title")).isEqualTo("Low Tide Sessions");
        assertThat(ada.post(path + "/publication", "{}").text("code")).isEqualTo("illegal_move");
    }

    @Test
    void a_change_on_an_old_version_is_refused() {
        Answer made = create(CONCERT);
        String path = "/events/" + made.text("id");
        String tag = made.header("ETag");
        assertThat(ada.send("PATCH", path, "{\"city\": \"Porto\"}", "If-Match", tag)
                        .status())
                .isEqualTo(200);
        Answer late = ada.send("PATCH", path, "{\"city\": \"Faro\"}", "If-Match", tag);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("code")).isEqualTo("edited_meanwhile");
    }

    @Test
    void what_is_wrong_is_told_at_its_field() {
        Answer missing = create("{\"venue\": \"Pier 14\"}");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body().toString()).contains("title", "startsAt", "endsAt", "timeZone");
        assertThat(create(CONCERT.replace("Europe/Lisbon", "Mars/Olympus")).status())
                .isEqualTo(422);
        assertThat(create(CONCERT.replace("concert", "seance")).status()).isEqualTo(422);
        Answer made = create(CONCERT);
        assertThat(ada.send("PATCH", "/events/" + made.text("id"), "{\"capacity\": \"many\"}")
                        .status())
                .isEqualTo(422);
        assertThat(ada.send("PATCH", "/events/" + made.text("id"), "{\"title\": null}")
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "{",
                "\"x\"",
                "{\"title\": {\"a\": 1}}",
                "{\"title\": \"\\u0000\"}",
                "{\"tags\": [null, 1, {}]}",
                "{\"startsAt\": \"+999999999-12-31T23:59\"}",
                "{\"hue\": 99999999999}",
                "{\"cover\": \"x\"}",
                "{\"cover\": \"00000000-0000-0000-0000-000000000000\"}"
            })
    void nonsense_is_refused_and_never_our_fault(String body) {
        Answer made = create(CONCERT);
        assertThat(ada.send("PATCH", "/events/" + made.text("id"), body).status())
                .isIn(400, 422);
        assertThat(create(body).status()).isIn(400, 422);
    }

    @Test
    void others_learn_nothing_of_a_draft_and_change_nothing_of_a_public_event() {
        String path = "/events/" + create(CONCERT).text("id");
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.send("PATCH", path, "{\"city\": \"Faro\"}").status())
                .isEqualTo(404);
        ada.post(path + "/publication", "{}");
        assertThat(stranger.get(path).status()).isEqualTo(200);
        assertThat(stranger.post(path + "/cancellation", "{\"reason\": \"mine\"}")
                        .status())
                .isEqualTo(404);
        assertThat(nobody.post(path + "/cancellation", "{\"reason\": \"mine\"}").status())
                .isEqualTo(401);
        assertThat(stranger.post("/organizations/" + organization.id() + "/events", CONCERT)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_copy_is_a_draft_at_another_time_for_those_who_may_edit() {
        String path = "/events/" + create(CONCERT).text("id");
        assertThat(nobody.post(path + "/copies", "{}").status()).isEqualTo(404);
        assertThat(stranger.post(path + "/copies", "{}").status()).isEqualTo(404);
        assertThat(ada.post(path + "/copies", "{}").body().toString()).contains("startsAt");

        Answer copy = ada.post(path + "/copies", "{\"startsAt\": \"2032-06-19T20:00\"}");
        assertThat(copy.status()).isEqualTo(201);
        assertThat(copy.header("Location")).isEqualTo("/api/v1/events/" + copy.text("id"));
        assertThat(copy.text("title")).isEqualTo("Low Tide Sessions");
        assertThat(copy.text("startsAt")).startsWith("2032-06-19T20:00");
        assertThat(copy.text("state")).isEqualTo("draft");
    }

    @Test
    void cancelling_needs_a_reason_and_is_for_good() {
        String path = "/events/" + create(CONCERT).text("id");
        assertThat(ada.post(path + "/cancellation", "{}").status()).isEqualTo(422);
        Answer cancelled = ada.post(path + "/cancellation", "{\"reason\": \"A storm is coming.\"}");
        assertThat(cancelled.text("state")).isEqualTo("cancelled");
        assertThat(cancelled.text("cancellationReason")).isEqualTo("A storm is coming.");
        assertThat(ada.post(path + "/publication", "{}").status()).isEqualTo(409);
        assertThat(ada.post(path + "/archive", "{}").text("state")).isEqualTo("archived");
    }

    @Test
    void a_draft_is_deleted_and_then_gone() {
        String path = "/events/" + create(CONCERT).text("id");
        assertThat(ada.delete(path).status()).isEqualTo(204);
        assertThat(ada.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_cover_brings_its_colour() throws IOException {
        Answer made = create(CONCERT);
        String path = "/events/" + made.text("id");
        Answer covered = ada.put(path + "/cover", "image/png", blue());
        assertThat(covered.status()).isEqualTo(200);
        assertThat(covered.body().path("hue").asInt()).isBetween(240, 285);
        assertThat(covered.text("coverUrl")).startsWith("/media/");
        assertThat(ada.put(path + "/cover", "image/png", new byte[] {1, 2, 3}).status())
                .isEqualTo(422);
        assertThat(stranger.put(path + "/cover", "image/png", blue()).status()).isEqualTo(404);
        assertThat(ada.delete(path + "/cover").body().path("cover").isNull()).isTrue();
    }

    @Test
    void the_organization_lists_its_events_page_by_page() {
        for (int i = 0; i < 3; i++) create(CONCERT);
        String list = "/organizations/" + organization.slug() + "/events";
        Answer first = ada.get(list + "?limit=2");
        assertThat(first.body().path("items").size()).isEqualTo(2);
        Answer second = ada.get(list + "?limit=2&cursor=" + first.text("next"));
        assertThat(second.body().path("items").size()).isEqualTo(1);
        assertThat(second.body().path("next").isNull()).isTrue();
        assertThat(ada.get(list + "?limit=0").status()).isEqualTo(422);
        assertThat(ada.get(list + "?cursor=x").status()).isEqualTo(422);
        assertThat(stranger.get(list).status()).isEqualTo(404);
    }

    @Test
    void a_co_organizer_is_asked_and_listed() {
        String path = "/events/" + create(CONCERT).text("id");
        Answer asked = ada.post(path + "/invitations", "{\"email\": \"Grace@Example.org\", \"grants\": [\"guests\"]}");
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.text("email")).isEqualTo("grace@example.org");
        assertThat(asked.text("role")).isEqualTo("viewer");
        assertThat(ada.post(path + "/invitations", "{\"email\": \"grace@example.org\"}")
                        .text("code"))
                .isEqualTo("already_in_team");
        assertThat(ada.post(path + "/invitations", "{\"email\": \"x@example.org\", \"role\": \"owner\"}")
                        .status())
                .isEqualTo(422);
        assertThat(ada.delete(path + "/invitations/" + asked.text("id")).status())
                .isEqualTo(204);
        assertThat(ada.get(path + "/invitations").body().path("items").size()).isZero();
    }

    private Answer create(String body) {
        return ada.post("/organizations/" + organization.id() + "/events", body);
    }

    private static byte[] blue() throws IOException {
        BufferedImage canvas = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 60; x++) for (int y = 0; y < 40; y++) canvas.setRGB(x, y, 0x2040E0);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(canvas, "png", png);
        return png.toByteArray();
    }
}
