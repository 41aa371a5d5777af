package io.marquee.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest {

    @ParameterizedTest(name = "{1}, {0}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "Germany, Berlin, Europe/Berlin",
                "DEU, Frankfurt, Europe/Berlin",
                "U.K., London, Europe/London",
                "Scotland, Glasgow, Europe/London",
                "U.S.A., 'Austin, TX', America/Chicago",
                "USA, 'Petaluma, California, United States of America', America/Los_Angeles",
                "U.S.A., 'Phoenix, AZ', America/Phoenix",
                "U.S.A., Somewhere, -",
                "Australia, Narrm / Melbourne, Australia/Melbourne",
                "Canada, Montreal, America/Toronto",
                "Spain, Las Palmas, Atlantic/Canary",
                "España, Sevilla, Europe/Madrid",
                "Korea, Seoul, Asia/Seoul",
                "TWN, Taiwan, Asia/Taipei",
                "-, Online, -"
            })
    void the_zone_of_a_place_is_known_where_it_is_clear(String country, String place, String zone) {
        ZoneId found = Zones.of(Countries.code(country), place);
        assertThat(found).isEqualTo(zone == null ? null : ZoneId.of(zone));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2031-06-18, 2031-06-18T00:00",
                "18.6.2031, 2031-06-18T00:00",
                "6/18/2031, 2031-06-18T00:00",
                "18/6/2031, 2031-06-18T00:00",
                "3/4/2031, -",
                "4/4/2031, 2031-04-04T00:00",
                "'June 18, 2031', 2031-06-18T00:00",
                "18. Juni 2031, 2031-06-18T00:00",
                "2031-06-18 19:30, 2031-06-18T19:30",
                "2031-06-18T19:30, 2031-06-18T19:30",
                "'June 18, 2031 7:30 pm', 2031-06-18T19:30",
                "2031-02-30, -",
                "soon, -"
            })
    void dates_are_read_as_people_type_them(String typed, String expected) {
        TypedDate date = TypedDate.parse(typed);
        assertThat(date == null ? null : date.dateTime().toString()).isEqualTo(expected);
    }
}
