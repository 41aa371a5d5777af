package io.marquee.event;

import static io.marquee.testing.EventFixture.LISBON;
import static io.marquee.testing.EventFixture.concert;
import static io.marquee.testing.EventFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class DiscoveryTest {
    @Autowired
    Discovery discovery;

    @Autowired
    Events events;

    @Autowired
    Acting acting;

    @Autowired
    Clock clock;

    @Autowired
    EventFixture fixture;

    OrganizationId organization;

    @BeforeEach
    void anOrganization() {
        organization = fixture.organization();
    }

    @Test
    void upcoming_events_come_soonest_first_and_past_ones_latest_first() {
        EventView june = published(concert());
        EventView may = published(on(2031, 5, 3));
        EventView lastYear = past(1);
        EventView before = past(2);

        assertThat(titles(Period.UPCOMING)).containsExactly(title(may), title(june));
        assertThat(titles(Period.PAST)).containsExactly(title(lastYear), title(before));
    }

    @Test
    void days_are_those_on_the_calendar_of_the_place() {
        EventView tokyo = published(EventDetails.of(
                "Dawn in Tokyo",
                LocalDateTime.of(2031, 6, 19, 5, 0),
                LocalDateTime.of(2031, 6, 19, 8, 0),
                java.time.ZoneId.of("Asia/Tokyo")));
        EventView lisbon = published(on(2031, 6, 18));

        assertThat(titles(new Period.Days(LocalDate.of(2031, 6, 19), LocalDate.of(2031, 6, 19))))
                .containsExactly(title(tokyo));
        assertThat(titles(new Period.Days(LocalDate.of(2031, 6, 18), LocalDate.of(2031, 6, 18))))
                .containsExactly(title(lisbon));
        assertThat(titles(new Period.Days(LocalDate.of(2031, 6, 20), null))).isEmpty();
    }

    @Test
    void an_all_day_event_does_not_reach_into_the_day_after_it() {
        EventView fair = published(
                EventDetails.of("Fair", LocalDateTime.of(2031, 9, 1, 0, 0), LocalDateTime.of(2031, 9, 3, 0, 0), LISBON)
                        .allDay(true));

        assertThat(titles(new Period.Days(LocalDate.of(2031, 9, 2), LocalDate.of(2031, 9, 2))))
                .containsExactly(title(fair));
        assertThat(titles(new Period.Days(LocalDate.of(2031, 9, 3), LocalDate.of(2031, 9, 3))))
                .isEmpty();
    }

    @Test
    void today_holds_what_goes_on_now_and_not_what_begins_tomorrow() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), LISBON);
        EventView running = published(EventDetails.of(
                "Week of pottery", now.minusDays(2).withHour(9), now.plusDays(2).withHour(18), LISBON));
        published(EventDetails.of("Later", now.plusDays(2), now.plusDays(2).plusHours(3), LISBON));

        assertThat(titles(Period.TODAY)).containsExactly(title(running));
    }

    @ParameterizedTest
    @ValueSource(strings = {"São Paulo", "sao paulo", "SAO PAULO", " são paulo "})
    void a_city_is_found_however_it_is_typed(String typed) {
        EventView event = published(concert().city("São Paulo"));
        published(concert().city("Santos"));

        assertThat(titles(search(typed, null, null))).containsExactly(title(event));
    }

    @ParameterizedTest
    @CsvSource({
        "jazz harbour,      true", // both words, in title and venue
        "JAZZ,              true",
        "jaz,               true", // the beginning of a word
        "azz,               false", // not the middle
        "zurich,            true", // accents do not matter
        "Zürich,            true",
        "brass,             true", // in the description
        "saxophones,        true", // a tag
        "jazz opera,        false" // all words must occur
    })
    void words_are_found_wherever_they_stand(String typed, boolean found) {
        EventView event = published(EventDetails.of(
                        "Jazz at night",
                        LocalDateTime.of(2031, 7, 1, 20, 0),
                        LocalDateTime.of(2031, 7, 1, 23, 0),
                        LISBON)
                .venue("Harbour Hall")
                .city("Zürich")
                .description("With a **brass** band.")
                .tags(List.of("saxophones")));

        assertThat(titles(search(null, null, typed))).isEqualTo(found ? List.of(title(event)) : List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "a' & b",
                "!!! ((",
                "foo:*",
                "<-> |",
                "\\",
                "\u0000",
                "ﷺ",
                "⑴",
                "½",
                "%_",
                "& & &",
                "𝔍𝔞𝔷𝔷",
                "--"
            })
    void whatever_is_typed_is_no_query_language(String typed) {
        assertThat(titles(search(typed, typed, typed))).isEmpty();
    }

    @Test
    void topics_and_places_narrow_the_list() {
        EventView python = published(concert().tags(List.of("python")).category(Category.TECHNOLOGY));
        EventView online = published(EventDetails.of(
                        "Everywhere", LocalDateTime.of(2031, 8, 1, 20, 0), LocalDateTime.of(2031, 8, 1, 23, 0), LISBON)
                .onlineUrl("https://stream.example.org")
                .type(EventType.SEMINAR));

        assertThat(titles(search(null, "Python", null))).containsExactly(title(python));
        assertThat(titles(new EventSearch(
                        Period.UPCOMING, null, false, Category.TECHNOLOGY, null, null, null, organization)))
                .containsExactly(title(python));
        assertThat(titles(new EventSearch(Period.UPCOMING, null, true, null, null, null, null, organization)))
                .containsExactly(title(online));
        assertThat(titles(new EventSearch(
                        Period.UPCOMING, null, false, null, EventType.SEMINAR, null, null, organization)))
                .containsExactly(title(online));
    }

    @ParameterizedTest
    @EnumSource(value = Visibility.class, names = "PUBLIC", mode = EnumSource.Mode.EXCLUDE)
    void what_is_not_public_is_in_no_list_not_even_for_its_owner(Visibility visibility) {
        published(concert().visibility(visibility));

        assertThat(titles(Period.UPCOMING)).isEmpty();
        acting.as(owner(organization), () -> assertThat(titles(Period.UPCOMING)).isEmpty());
    }

    @Test
    void drafts_and_cancelled_events_are_in_no_list() {
        fixture.draft(organization);
        EventView cancelled = published(concert());
        acting.as(owner(organization), () -> events.cancel(cancelled.id(), "Storm"));

        assertThat(titles(Period.UPCOMING)).isEmpty();
    }

    @Test
    void an_event_that_becomes_private_leaves_the_lists_at_once() {
        EventView event = published(concert());
        assertThat(titles(Period.UPCOMING)).hasSize(1);

        acting.as(
                owner(organization),
                () -> events.edit(
                        event.id(),
                        event.details().but().visibility(Visibility.PRIVATE).build(),
                        event.version()));

        assertThat(titles(Period.UPCOMING)).isEmpty();
    }

    @Test
    void pages_follow_one_another_without_a_gap_or_a_double_even_at_the_same_minute() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 11; i++) expected.add(title(published(on(2031, 10, 1 + i / 6))));

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Slice<EventView> page =
                    discovery.find(EventSearch.of(Period.UPCOMING).by(organization), cursor, 3);
            page.items().forEach(event -> seen.add(title(event)));
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "%%%",
                "MTIz",
                "OTk5OTk5OTk5OTk5OTk5OTk5OSAx",
                "LTEgMDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw"
            })
    void a_cursor_that_is_none_is_refused(String cursor) {
        assertThatThrownBy(() -> discovery.find(EventSearch.of(Period.UPCOMING), cursor, 3))
                .isInstanceOf(InvalidInput.class);
    }

    private EventView published(DetailsBuilder details) {
        return fixture.published(organization, details.build());
    }

    /** An event that came in when it was over already. */
    private EventView past(int years) {
        LocalDateTime start = LocalDateTime.ofInstant(clock.instant(), LISBON).minusYears(years);
        return fixture.draft(
                organization,
                EventDetails.of("Past by " + years, start, start.plusHours(2), LISBON)
                        .build());
    }

    private static DetailsBuilder on(int year, int month, int day) {
        return concert()
                .startsAt(LocalDateTime.of(year, month, day, 19, 30))
                .endsAt(LocalDateTime.of(year, month, day, 23, 0));
    }

    private EventSearch search(@Nullable String city, @Nullable String tag, @Nullable String words) {
        return new EventSearch(Period.UPCOMING, city, false, null, null, tag, words, organization);
    }

    private List<String> titles(Period period) {
        return titles(EventSearch.of(period).by(organization));
    }

    private List<String> titles(EventSearch search) {
        return discovery.find(search, null, 50).items().stream()
                .map(DiscoveryTest::title)
                .toList();
    }

    private static String title(EventView event) {
        return event.details().title();
    }
}
