package io.marquee.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.config.Settings;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DateProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventCalendarTest {
    private static final Settings SETTINGS = Settings.from(Map.of(
            "MARQUEE_SECRET", "a secret that only tests share with one another",
            "MARQUEE_BASE_URL", "https://events.example.org",
            "MARQUEE_DATA", "target/test-data"));
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private final EventCalendar calendar = new EventCalendar(SETTINGS, Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({
        "Europe/Lisbon,    2031-06-18T19:30, 2031-06-18T23:00", // summer time
        "Europe/Lisbon,    2031-01-18T19:30, 2031-01-18T23:00", // winter time
        "Europe/Berlin,    2031-10-25T22:00, 2031-10-26T05:00", // over the autumn change
        "America/New_York, 2031-03-08T22:00, 2031-03-09T04:00", // over the spring change
        "Australia/Sydney, 2031-01-10T09:00, 2031-01-10T10:00", // the south
        "Asia/Kolkata,     2031-01-10T09:00, 2031-01-10T10:00", // half an hour off
        "Africa/Casablanca,2031-03-10T09:00, 2031-03-10T10:00", // changes four times in some years
        "Etc/UTC,          2031-01-10T09:00, 2031-01-10T10:00"
    })
    void a_reader_comes_to_the_same_instants_by_the_zone_in_the_file_alone(
            String zone, LocalDateTime from, LocalDateTime until) throws Exception {
        EventView event = event(ZoneId.of(zone), from, until, false, EventState.PUBLISHED);

        Calendar read = read(calendar.of(event));

        VTimeZone definition = read.<VTimeZone>getComponent(Component.VTIMEZONE).orElseThrow();
        assertThat(instant(read, Property.DTSTART, definition)).isEqualTo(event.startsAt());
        assertThat(instant(read, Property.DTEND, definition)).isEqualTo(event.endsAt());
    }

    @Test
    void an_all_day_event_is_days_without_hours_or_zone() throws Exception {
        EventView event = event(
                ZoneId.of("Asia/Tokyo"),
                LocalDateTime.of(2031, 6, 18, 0, 0),
                LocalDateTime.of(2031, 6, 20, 0, 0),
                true,
                EventState.PUBLISHED);

        Calendar read = read(calendar.of(event));

        assertThat(date(read, Property.DTSTART)).isEqualTo(LocalDate.of(2031, 6, 18));
        assertThat(date(read, Property.DTEND)).isEqualTo(LocalDate.of(2031, 6, 20));
        assertThat(read.getComponents(Component.VTIMEZONE)).isEmpty();
    }

    @Test
    void a_change_reaches_calendars_that_have_the_event() throws Exception {
        EventView before = event(EventState.PUBLISHED);
        EventView after = new EventView(
                before.id(),
                before.organization(),
                before.slug(),
                EventState.CANCELLED,
                before.details(),
                before.startsAt(),
                before.endsAt(),
                before.publishedAt(),
                "Storm",
                null,
                null,
                before.version() + 1);

        Calendar first = read(calendar.of(before));
        Calendar second = read(calendar.of(after));

        assertThat(value(second, Property.UID)).isEqualTo(value(first, Property.UID));
        assertThat(value(first, Property.SEQUENCE)).isEqualTo("3");
        assertThat(value(second, Property.SEQUENCE)).isEqualTo("4");
        assertThat(value(first, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(second, Property.STATUS)).isEqualTo("CANCELLED");
    }

    @Test
    void words_with_commas_and_line_breaks_come_back_whole() throws Exception {
        Calendar read = read(calendar.of(event(EventState.PUBLISHED)));

        assertThat(value(read, Property.SUMMARY)).isEqualTo("Tide; in, out — \\ “low”");
        assertThat(value(read, Property.LOCATION)).isEqualTo("Pier 14, Lisbon, PT");
        assertThat(value(read, Property.URL)).isEqualTo("https://events.example.org/events/low-tide");
    }

    @Test
    void a_feed_states_each_zone_once() throws Exception {
        Calendar read = read(calendar.of(List.of(event(EventState.PUBLISHED), event(EventState.LIVE))));

        assertThat(read.getComponents(Component.VEVENT)).hasSize(2);
        assertThat(read.getComponents(Component.VTIMEZONE)).hasSize(1);
    }

    private static EventView event(EventState state) {
        return event(
                ZoneId.of("Europe/Lisbon"),
                LocalDateTime.of(2031, 6, 18, 19, 30),
                LocalDateTime.of(2031, 6, 18, 23, 0),
                false,
                state);
    }

    private static EventView event(
            ZoneId zone, LocalDateTime from, LocalDateTime until, boolean allDay, EventState state) {
        EventDetails details = EventDetails.of("Tide; in, out — \\ “low”", from, until, zone)
                .allDay(allDay)
                .summary("One.\nTwo.")
                .venue("Pier 14")
                .city("Lisbon")
                .country("PT")
                .build();
        return new EventView(
                EventId.next(),
                OrganizationId.next(),
                "low-tide",
                state,
                details,
                from.atZone(zone).toInstant(),
                until.atZone(zone).toInstant(),
                Instant.EPOCH,
                null,
                null,
                null,
                3);
    }

    private static Calendar read(String file) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(file));
    }

    private static String value(Calendar calendar, String property) {
        return entry(calendar).getRequiredProperty(property).getValue();
    }

    private static VEvent entry(Calendar calendar) {
        return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
    }

    private static Temporal date(Calendar calendar, String property) {
        DateProperty<?> date = entry(calendar).getRequiredProperty(property);
        return date.getDate();
    }

    /** What the wall clock in the file means by the clock changes in the file. */
    private static Instant instant(Calendar calendar, String property, VTimeZone definition) {
        DateProperty<?> date = entry(calendar).getRequiredProperty(property);
        LocalDateTime wall = LocalDateTime.from(date.getDate());
        ZoneOffset offset = definition.getObservances().stream()
                .collect(Collectors.toMap(
                        observance -> LocalDateTime.parse(
                                observance.getRequiredProperty(Property.DTSTART).getValue(), BASIC),
                        observance -> ZoneOffset.of(observance
                                .getRequiredProperty(Property.TZOFFSETTO)
                                .getValue()),
                        (one, other) -> one,
                        TreeMap::new))
                .floorEntry(wall)
                .getValue();
        return ZonedDateTime.of(wall, offset).toInstant();
    }
}
