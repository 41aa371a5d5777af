package io.marquee.event.web;

import static io.marquee.testing.EventFixture.concert;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.event.Visibility;
import io.marquee.kernel.OrganizationId;
import io.marquee.organization.OrganizationView;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class DiscoverPageTest {
    @Autowired
    Settings settings;

    @Autowired
    Organizations organizations;

    @Autowired
    PeopleFixture people;

    @Autowired
    EventFixture fixture;

    Visitor anybody;
    OrganizationView host;
    OrganizationId organization;

    @BeforeEach
    void aHost() {
        anybody = Visitor.of(settings.baseUrl());
        host = organizations.create(people.person("Ada Lind"), "Harbour House");
        organization = host.id();
    }

    @Test
    void what_was_chosen_stays_in_the_form_and_in_the_address_of_the_next_page() {
        for (int i = 0; i < 25; i++) {
            fixture.published(organization, concert().title("Xylophone night").build());
        }

        String page =
                anybody.get("/discover?q=xylophone&city=lisbon&category=other").body();

        assertThat(page)
                .contains("value=\"xylophone\"")
                .contains("<option value=\"Lisbon\" selected>")
                .contains("<option value=\"other\" selected>")
                .contains("25 events")
                .containsPattern(
                        "rel=\"next\" href=\"/discover\\?q=xylophone&amp;city=lisbon&amp;category=other&amp;cursor=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/discover?when=nonsense&category=x&type=%00&from=never&to=2031-99-99&city=%00&tag=%27&q=%22%3Cscript%3E",
                "/discover?cursor=nonsense",
                "/discover?when=today",
                "/discover?when=weekend",
                "/discover?when=month",
                "/discover?when=past",
                "/discover?from=2031-01-01&to=2030-01-01",
                "/discover?from=-999999999-01-01",
                "/discover?city=online",
                "/"
            })
    void no_address_that_was_passed_on_ends_in_an_error(String path) {
        var answer = anybody.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>");
    }

    @ParameterizedTest
    @CsvSource({
        "2031-06-16, 2031-06-21, 2031-06-22", // Monday
        "2031-06-21, 2031-06-21, 2031-06-22", // Saturday
        "2031-06-22, 2031-06-22, 2031-06-22" // Sunday
    })
    void the_weekend_is_what_is_left_of_saturday_and_sunday(LocalDate today, LocalDate first, LocalDate last) {
        var query = new DiscoverQuery("weekend", null, null, null, null, null, null, null);

        assertThat(query.search(today).period()).isEqualTo(new io.marquee.event.Period.Days(first, last));
    }

    @Test
    void a_host_has_a_page_and_a_calendar_of_what_is_public() {
        EventView event = fixture.published(organization);
        EventView secret = fixture.published(
                organization, concert().visibility(Visibility.PRIVATE).build());
        EventView past = fixture.draft(
                organization,
                concert()
                        .startsAt(LocalDateTime.of(2019, 5, 1, 19, 0))
                        .endsAt(LocalDateTime.of(2019, 5, 1, 22, 0))
                        .build());

        assertThat(anybody.get("/o/" + host.slug()).body())
                .contains("<h1>Harbour House</h1>")
                .contains("/events/" + event.slug() + "\"")
                .doesNotContain(secret.slug() + "\"")
                .doesNotContain(past.slug() + "\"");
        assertThat(anybody.get("/o/" + host.slug() + "?when=past").body()).contains("/events/" + past.slug() + "\"");
        assertThat(anybody.get("/o/" + host.slug() + "/calendar.ics").body())
                .contains("UID:" + event.id())
                .doesNotContain(secret.id().toString());
    }

    @Test
    void search_engines_are_told_of_listed_events_alone() {
        EventView listed = fixture.published(organization);
        EventView unlisted = fixture.published(
                organization, concert().visibility(Visibility.UNLISTED).build());

        String map = anybody.get("/sitemap.xml").body();

        assertThat(anybody.get("/robots.txt").body()).contains("Sitemap: " + settings.baseUrl() + "/sitemap.xml");
        assertThat(map).startsWith("<?xml").doesNotContain(unlisted.slug() + "<");
        assertThat(map.contains(listed.slug() + "<") || map.contains("<loc>" + settings.baseUrl() + "/discover</loc>"))
                .isTrue();
    }
}
