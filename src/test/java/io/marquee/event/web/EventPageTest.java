package io.marquee.event.web;

import static io.marquee.testing.EventFixture.concert;
import static io.marquee.testing.EventFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.DetailsBuilder;
import io.marquee.event.EventDetails;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.event.Visibility;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MarqueeTest
class EventPageTest {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);
    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    Settings settings;

    @Autowired
    Events events;

    @Autowired
    Organizations organizations;

    @Autowired
    PeopleFixture people;

    @Autowired
    EventFixture fixture;

    @Autowired
    Acting acting;

    PersonId host;
    OrganizationId organization;
    Visitor anybody;

    @BeforeEach
    void anOrganization() {
        host = people.person("Ada Lind");
        organization = organizations.create(host, "Harbour House").id();
        anybody = Visitor.of(settings.baseUrl());
    }

    @Test
    void a_visitor_reads_what_where_when_and_whose() {
        EventView event = published(concert().description("Four *acts*."));

        String page = anybody.get("/events/" + event.slug()).body();

        assertThat(page)
                .contains("<h1>" + event.details().title() + "</h1>")
                .contains("Wednesday, 18 June 2031")
                .contains("19:30 – 23:00 WEST")
                .contains("Pier 14")
                .contains("Lisbon, Portugal")
                .contains("openstreetmap.org")
                .contains("Four <em>acts</em>.")
                .contains("rel=\"canonical\" href=\"" + settings.baseUrl() + "/events/" + event.slug() + "\"")
                .doesNotContain("noindex");
    }

    @Test
    void the_page_speaks_the_visitors_language() throws Exception {
        EventView event = published(concert());

        HttpResponse<byte[]> german = raw(event, "Accept-Language", "de-AT,de;q=0.9");

        assertThat(new String(german.body(), StandardCharsets.UTF_8)).contains("Mittwoch, 18. Juni 2031");
        assertThat(german.headers().firstValue("Content-Language")).contains("de");
        assertThat(german.headers().firstValue("Vary").orElse("")).contains("Accept-Language");
    }

    @Test
    void the_page_is_compressed_and_not_sent_again_to_those_who_have_it() throws Exception {
        EventView event = published(concert());

        HttpResponse<byte[]> zipped = raw(event, "Accept-Encoding", "gzip, br");
        HttpResponse<byte[]> plain = raw(event, "Accept-Encoding", "identity");
        String tag = zipped.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = raw(event, "If-None-Match", tag);

        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(zipped.headers().firstValue("Cache-Control")).contains("public, max-age=1");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void the_page_from_the_cache_is_as_guarded_as_any_other() throws Exception {
        EventView event = published(concert());

        var headers = raw(event, "Accept", "text/html").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("script-src 'self'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Request-Id")).isPresent();
        assertThat(headers.allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Visibility.class,
            names = {"MEMBERS", "PRIVATE"})
    void what_is_not_for_everybody_is_shown_to_its_team_alone(Visibility visibility) {
        EventView event = published(concert().visibility(visibility));
        PersonId stranger = people.person("Bob Moss");
        organizations.create(stranger, "Elsewhere");

        assertThat(get(event, stranger).statusCode()).isEqualTo(404);
        for (String path : new String[] {"", "/calendar.ics", "/social.png"}) {
            assertThat(anybody.get("/events/" + event.slug() + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(anybody.get("/events/" + event.id() + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        HttpResponse<String> own = get(event, host);
        assertThat(own.body()).contains(event.details().title()).contains("noindex");
        assertThat(own.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void a_draft_is_previewed_by_its_team_and_says_so() {
        EventView draft = fixture.draft(organization);

        assertThat(get(draft, host).body()).contains("This is a draft.").contains("/manage/events/" + draft.slug());
        assertThat(anybody.get("/events/" + draft.slug()).statusCode()).isEqualTo(404);
    }

    @Test
    void an_unlisted_event_is_shown_and_kept_out_of_search_engines_and_lists() {
        EventView event = published(concert().visibility(Visibility.UNLISTED));
        EventView listed = published(concert());

        assertThat(anybody.get("/events/" + event.slug()).body())
                .contains("<meta name=\"robots\" content=\"noindex\">");
        assertThat(anybody.get("/discover?q=" + event.slug().replace('-', '+')).body())
                .doesNotContain("/events/" + event.slug() + "\"");
        assertThat(anybody.get("/api/v1/events?organization=" + organization).body())
                .contains(listed.slug())
                .doesNotContain(event.slug() + "\"");
    }

    @Test
    void an_event_online_without_tickets_leads_to_where_it_is_joined() {
        EventView event = published(EventDetails.of(
                        "Everywhere at once",
                        LocalDateTime.of(2031, 6, 18, 0, 0),
                        LocalDateTime.of(2031, 6, 20, 0, 0),
                        EventFixture.LISBON)
                .allDay(true)
                .onlineUrl("https://www.example.org/stream/")
                .ticketing(false));

        assertThat(anybody.get("/events/" + event.slug()).body())
                .contains("Wed 18 Jun – Thu 19 Jun 2031")
                .contains("All day")
                .contains("href=\"https://www.example.org/stream/\"")
                .contains("Join at example.org/stream");
    }

    @Test
    void a_cancelled_event_says_why() {
        EventView event = published(concert());
        anybody.get("/events/" + event.slug());

        acting.as(owner(organization), () -> events.cancel(event.id(), "The pier is <closed>"));

        assertThat(anybody.get("/events/" + event.slug()).body())
                .contains("This event was cancelled.")
                .contains("The pier is &lt;closed&gt;")
                .contains("EventCancelled");
    }

    @Test
    void search_engines_read_the_event_as_data() {
        EventView event = published(concert().description("Four acts."));

        JsonNode data = data(event);

        assertThat(data.path("@type").asString()).isEqualTo("Event");
        assertThat(data.path("name").asString()).isEqualTo(event.details().title());
        assertThat(data.path("startDate").asString()).isEqualTo("2031-06-18T19:30:00+01:00");
        assertThat(data.path("endDate").asString()).isEqualTo("2031-06-18T23:00:00+01:00");
        assertThat(data.path("eventStatus").asString()).endsWith("/EventScheduled");
        assertThat(data.path("eventAttendanceMode").asString()).endsWith("/OfflineEventAttendanceMode");
        assertThat(data.path("location").path("address").path("addressLocality").asString())
                .isEqualTo("Lisbon");
        assertThat(data.path("organizer").path("name").asString()).isEqualTo("Harbour House");
        assertThat(data.path("image").path(0).asString()).startsWith("http").contains("/social.png");
    }

    @Test
    void the_data_of_an_all_day_event_online_are_dates_and_no_place() {
        EventView event = published(EventDetails.of(
                        "</script><script>alert(1)</script>",
                        LocalDateTime.of(2031, 6, 18, 0, 0),
                        LocalDateTime.of(2031, 6, 20, 0, 0),
                        ZoneId.of("Asia/Tokyo"))
                .allDay(true)
                .onlineUrl("https://stream.example.org/secret"));

        JsonNode data = data(event);

        assertThat(data.path("name").asString()).isEqualTo("</script><script>alert(1)</script>");
        assertThat(data.path("startDate").asString()).isEqualTo("2031-06-18");
        assertThat(data.path("endDate").asString()).isEqualTo("2031-06-19");
        assertThat(data.path("location").path("@type").asString()).isEqualTo("VirtualLocation");
        assertThat(anybody.get("/events/" + event.slug()).body())
                .doesNotContain("<script>alert")
                .doesNotContain("stream.example.org");
        assertThat(anybody.get("/api/v1/events/" + event.slug()).body()).doesNotContain("stream.example.org");
        assertThat(anybody.get("/api/v1/events?organization=" + organization).body())
                .contains(event.slug())
                .doesNotContain("stream.example.org");
    }

    @Test
    void the_preview_is_a_picture_of_the_usual_size() throws Exception {
        EventView event = published(concert());

        HttpResponse<byte[]> picture = http.send(
                HttpRequest.newBuilder(settings.baseUrl().resolve("/events/" + event.slug() + "/social.png"))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        var image = ImageIO.read(new ByteArrayInputStream(picture.body()));
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(630);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events/nothing",
                "/events/%F0%9F%92%A9",
                "/events/a%27b",
                "/events/00000000-0000-0000-0000-000000000000",
                "/events/A",
                "/o/nothing",
                "/o/%F0%9F%92%A9",
                "/o/nothing/calendar.ics",
                "/events/nothing/calendar.ics"
            })
    void an_address_that_leads_nowhere_says_so(String path) {
        assertThat(anybody.get(path).statusCode()).isEqualTo(404);
    }

    private EventView published(DetailsBuilder details) {
        return fixture.published(organization, details.build());
    }

    private HttpResponse<String> get(EventView event, PersonId person) {
        return anybody.bearing(people.token(person)).get("/events/" + event.slug());
    }

    private JsonNode data(EventView event) {
        Matcher data = DATA.matcher(anybody.get("/events/" + event.slug()).body());
        assertThat(data.find()).isTrue();
        return new JsonMapper().readTree(data.group(1));
    }

    private HttpResponse<byte[]> raw(EventView event, String header, String value)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(settings.baseUrl().resolve("/events/" + event.slug()))
                        .header(header, value)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
