package io.marquee.event.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.kernel.InvalidInput;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules as RFC 5545 reads them; most of these are its own examples (section 3.8.5.3). */
class RecurrenceTest {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=DAILY;COUNT=4|1997-09-02|09-02 09-03 09-04 09-05
            FREQ=DAILY;INTERVAL=10;COUNT=5|1997-09-02|09-02 09-12 09-22 10-02 10-12
            FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO|1997-08-05|08-05 08-10 08-19 08-24
            FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU|1997-08-05|08-05 08-17 08-19 08-31
            FREQ=MONTHLY;COUNT=4;BYDAY=1FR|1997-09-05|09-05 10-03 11-07 12-05
            FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=1SU,-1SU|1997-09-07|09-07 09-28 11-02 11-30
            FREQ=MONTHLY;COUNT=4;BYDAY=-2MO|1997-09-22|09-22 10-20 11-17 12-22
            FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3|1997-09-28|09-28 10-29 11-28
            FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3|1997-09-04|09-04 10-07 11-06
            FREQ=MONTHLY;COUNT=3|1997-08-31|08-31 10-31 12-31
            FREQ=YEARLY;COUNT=3;BYMONTH=6,7|1997-06-10|06-10 07-10 06-10
            FREQ=WEEKLY;UNTIL=19970916|1997-09-02|09-02 09-09 09-16
            """)
    void a_rule_gives_the_days_that_the_standard_says(String rule, String first, String days) {
        assertThat(days(rule, LocalDate.parse(first).atTime(9, 0))).isEqualTo(days);
    }

    @Test
    void the_first_date_counts_also_where_the_rule_does_not_give_it() {
        assertThat(days("FREQ=WEEKLY;BYDAY=MO;COUNT=3", LocalDateTime.of(2031, 6, 18, 19, 30)))
                .isEqualTo("06-18 06-23 06-30");
    }

    @Test
    void an_evening_stays_at_its_hour_over_a_change_of_the_clocks() {
        List<LocalDateTime> dates = Recurrence.parse("FREQ=WEEKLY;COUNT=3")
                .dates(LocalDateTime.of(2031, 10, 19, 19, 30), LISBON, LocalDateTime.of(2032, 1, 1, 0, 0));
        assertThat(dates).allMatch(date -> date.getHour() == 19 && date.getMinute() == 30);
        assertThat(dates.stream().map(date -> date.atZone(LISBON).getOffset().getTotalSeconds()))
                .containsExactly(3600, 0, 0);
    }

    @Test
    void an_end_in_universal_time_is_read_on_the_clock_of_the_place() {
        LocalDateTime first = LocalDateTime.of(2031, 6, 18, 19, 30);
        assertThat(days("FREQ=DAILY;UNTIL=20310620T183000Z", first)).isEqualTo("06-18 06-19 06-20");
        assertThat(days("FREQ=DAILY;UNTIL=20310620T182959Z", first)).isEqualTo("06-18 06-19");
    }

    @Test
    void a_rule_that_never_comes_true_gives_the_first_date_alone() {
        assertThat(days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", LocalDateTime.of(2031, 6, 18, 19, 30)))
                .isEqualTo("06-18");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HALLO",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=WEEKLY;INTERVAL=0",
                "FREQ=WEEKLY;INTERVAL=-1",
                "FREQ=WEEKLY;BYDAY=1MO",
                "FREQ=MONTHLY;BYMONTHDAY=99",
                "FREQ=MONTHLY;FOO=1",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;COUNT=3;UNTIL=20310620",
                "FREQ=DAILY;UNTIL=20319920",
                "FREQ=HOURLY",
                "FREQ=DAILY;BYHOUR=9",
                "FREQ=DAILY;FREQ=WEEKLY",
                "INTERVAL=2",
                "FREQ=DAILY;COUNT=99999",
                "FREQ=",
                "=;=;=",
                "FREQ=MONTHLY;BYMONTH=13",
                "FREQ=YEARLY;BYYEARDAY=400",
                "FREQ=MONTHLY;BYSETPOS=1;BYDAY=0MO"
            })
    void what_is_no_rule_is_refused_at_the_field(String typed) {
        assertThatThrownBy(() -> Recurrence.parse(typed))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems())
                                .allSatisfy(
                                        problem -> assertThat(problem.field()).isEqualTo("rule")));
    }

    private static String days(String rule, LocalDateTime first) {
        return Recurrence.parse("RRULE:" + rule).dates(first, LISBON, first.plusDays(400)).stream()
                .map(date -> date.toLocalDate().toString().substring(5))
                .collect(Collectors.joining(" "));
    }
}
