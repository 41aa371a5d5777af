package io.marquee.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimeZonesTests {
    @Test
    void each_place_is_offered_by_the_one_name_that_it_has_today() {
        assertThat(TimeZones.names(""))
                .startsWith("UTC", "Africa/Abidjan")
                .contains("Asia/Kolkata", "Europe/Kyiv", "Europe/Oslo", "America/Argentina/Buenos_Aires")
                .doesNotContain("Asia/Calcutta", "Europe/Kiev", "US/Eastern", "America/Buenos_Aires", "GMT")
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(ZoneId.of(name)).isNotNull())
                .hasSizeGreaterThan(400);
    }

    @Test
    void an_old_name_that_somebody_has_stays_theirs() {
        assertThat(TimeZones.names("Asia/Calcutta")).startsWith("Asia/Calcutta", "UTC");
        assertThat(TimeZones.options("Europe/Oslo")).hasSameSizeAs(TimeZones.names(""));
        assertThat(TimeZones.options("America/New_York"))
                .anyMatch(option -> option.label().equals("America/New York"));
    }
}
