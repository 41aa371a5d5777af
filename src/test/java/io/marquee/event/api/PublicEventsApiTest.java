package io.marquee.event.api;

import static io.marquee.testing.EventFixture.concert;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.Category;
import io.marquee.event.EventView;
import io.marquee.event.Visibility;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.config.Settings;
import io.marquee.testing.ApiClient;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MarqueeTest
class PublicEventsApiTest {
    @Autowired
    Settings settings;

    @Autowired
    EventFixture fixture;

    ApiClient anybody;
    OrganizationId host;

    @BeforeEach
    void aHost() {
        anybody = new ApiClient(settings.port(), "");
        host = fixture.organization();
    }

    @Test
    void programs_find_public_events_by_day_place_topic_and_words() {
        EventView may = fixture.published(
                host,
                concert()
                        .startsAt(LocalDateTime.of(2031, 5, 3, 20, 0))
                        .endsAt(LocalDateTime.of(2031, 5, 3, 23, 0))
                        .city("Porto")
                        .category(Category.MUSIC)
                        .tags(List.of("fado"))
                        .build());
        EventView june = fixture.published(host);
        fixture.published(host, concert().visibility(Visibility.UNLISTED).build());
        fixture.draft(host);

        assertThat(found("")).containsExactly(may.slug(), june.slug());
        assertThat(found("&from=2031-06-01")).containsExactly(june.slug());
        assertThat(found("&from=2031-06-18T00:00:00Z&to=2031-06-18")).containsExactly(june.slug());
        assertThat(found("&to=2031-05-31")).containsExactly(may.slug());
        assertThat(found("&city=porto")).containsExactly(may.slug());
        assertThat(found("&category=music")).containsExactly(may.slug());
        assertThat(found("&category=MUSIC&tag=Fado&q=porto")).containsExactly(may.slug());
        assertThat(found("&city=online")).isEmpty();
    }

    @Test
    void a_cursor_leads_through_the_whole_list() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) made.add(fixture.published(host).slug());

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    anybody.get("/events?limit=2&organization=" + host + cursor).body();
            page.path("items").forEach(item -> seen.add(item.path("slug").asString()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, 422",
        "from=99999-01-01, 422",
        "from=-2031-01-01, 422",
        "to=2031-02-30, 422",
        "category=nonsense, 422",
        "type=nonsense, 422",
        "limit=0, 422",
        "limit=101, 422",
        "cursor=nonsense, 422",
        "organization=nobody, 404",
        "organization=%00, 404",
        "q=%00%27%3B--, 200",
        "city=%F0%9F%92%A9, 200",
        "tag=%7B%7D, 200"
    })
    void what_makes_no_sense_is_refused_in_words_and_never_fails(String query, int status) {
        assertThat(anybody.get("/events?" + query).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"limit=x", "limit=99999999999"})
    void a_number_that_is_none_is_the_callers_mistake(String query) {
        assertThat(anybody.get("/events?" + query).status()).isBetween(400, 422);
    }

    private List<String> found(String query) {
        List<String> slugs = new ArrayList<>();
        anybody.get("/events?organization=" + host + query)
                .body()
                .path("items")
                .forEach(item -> slugs.add(item.path("slug").asString()));
        return slugs;
    }
}
