package io.marquee.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class EventTimesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void a_time_that_the_clock_skips_is_moved_on_by_the_gap() {
        assertThat(times("2027-03-28T02:30", "2027-03-28T04:00").startsAt()).isEqualTo("2027-03-28T01:30:00Z");
    }

    @Test
    void a_time_that_is_there_twice_means_the_first() {
        EventTimes times = times("2027-10-31T02:30", "2027-10-31T04:00");
        assertThat(times.startsAt()).isEqualTo("2027-10-31T00:30:00Z");
        assertThat(times.endsAt()).isEqualTo("2027-10-31T03:00:00Z");
    }

    @Test
    void an_end_that_would_come_before_the_start_means_the_second() {
        EventTimes times = times("2027-10-31T02:45", "2027-10-31T02:15");
        assertThat(times.endsAt()).isEqualTo("2027-10-31T01:15:00Z");
        assertThat(times.inOrder()).isTrue();
    }

    @Test
    void a_day_without_midnight_begins_when_it_begins() {
        ZoneId beirut = ZoneId.of("Asia/Beirut");
        EventTimes times =
                EventTimes.of(LocalDateTime.parse("2027-03-28T00:00"), LocalDateTime.parse("2027-03-29T00:00"), beirut);
        assertThat(times.startsAt())
                .isEqualTo(LocalDateTime.parse("2027-03-28T00:00")
                        .toLocalDate()
                        .atStartOfDay(beirut)
                        .toInstant());
        assertThat(times.endsAt()).isEqualTo(Instant.parse("2027-03-28T21:00:00Z"));
    }

    @Test
    void the_last_midnight_is_the_one_after_the_last_day() {
        LocalDateTime start = LocalDateTime.parse("2027-05-01T00:00");
        assertThat(EventTimes.lastMidnight(start, LocalDateTime.parse("2027-05-03T00:00")))
                .isEqualTo("2027-05-03T00:00");
        assertThat(EventTimes.lastMidnight(start, LocalDateTime.parse("2027-05-02T17:00")))
                .isEqualTo("2027-05-03T00:00");
        assertThat(EventTimes.lastMidnight(start, start)).isEqualTo("2027-05-02T00:00");
    }

    private static EventTimes times(String start, String end) {
        return EventTimes.of(LocalDateTime.parse(start), LocalDateTime.parse(end), BERLIN);
    }
}
