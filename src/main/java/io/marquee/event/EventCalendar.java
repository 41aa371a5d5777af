package io.marquee.event;

import io.marquee.platform.config.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/**
 * Events as an iCalendar file (RFC 5545). An event keeps its UID for ever and its version is the SEQUENCE, so that a calendar
 * that has it already takes the changes; a cancelled one is crossed out there.
 */
@Component
public class EventCalendar {
    private static final Duration AGAIN = Duration.ofHours(1);

    private final URI baseUrl;
    private final Clock clock;

    EventCalendar(Settings settings, Clock clock) {
        this.baseUrl = settings.baseUrl();
        this.clock = clock;
    }

    /** One event. */
    public String of(EventView event) {
        return of(List.of(event));
    }

    /** Several events under a name, which calendars that subscribed to them read again every hour. */
    public String feed(String name, Collection<EventView> events) {
        Calendar calendar = calendar(events);
        calendar.add(new XProperty("NAME", name));
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), AGAIN));
        calendar.add(new XProperty("X-PUBLISHED-TTL", AGAIN.toString()));
        return calendar.toString();
    }

    String of(Collection<EventView> events) {
        return calendar(events).toString();
    }

    private Calendar calendar(Collection<EventView> events) {
        Calendar calendar = new Calendar()
                .withProdId("-//Marquee//Marquee//EN")
                .withProperty(ImmutableVersion.VERSION_2_0)
                .withProperty(ImmutableCalScale.GREGORIAN)
                .withProperty(ImmutableMethod.PUBLISH)
                .getFluentTarget();
        zones(events).forEach(calendar::add);
        events.forEach(event -> calendar.add(entry(event)));
        return calendar;
    }

    private static Stream<VTimeZone> zones(Collection<EventView> events) {
        return events.stream()
                .filter(event -> !event.details().allDay())
                .collect(Collectors.groupingBy(event -> event.details().timeZone()))
                .entrySet()
                .stream()
                .map(zone -> zone(zone.getKey(), zone.getValue()));
    }

    private static VTimeZone zone(ZoneId zone, List<EventView> events) {
        Instant first = events.stream()
                .map(EventView::startsAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant last = events.stream()
                .map(EventView::endsAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return ZoneDefinition.of(zone, first, last);
    }

    private VEvent entry(EventView event) {
        EventDetails details = event.details();
        String page = baseUrl + "/events/" + event.slug();
        VEvent entry = new VEvent(false);
        entry.add(new Uid(event.id().toString()));
        entry.add(new DtStamp(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        entry.add(new Sequence(event.version()));
        addTimes(entry, details);
        entry.add(new Summary(details.title()));
        entry.add(new Description(details.summary().isEmpty() ? page : details.summary() + "\n\n" + page));
        entry.add(new Url(URI.create(page)));
        String place = Place.of(details).line();
        if (!place.isEmpty()) entry.add(new Location(place));
        entry.add(
                event.state() == EventState.CANCELLED
                        ? ImmutableStatus.VEVENT_CANCELLED
                        : event.dateUnknown() ? ImmutableStatus.VEVENT_TENTATIVE : ImmutableStatus.VEVENT_CONFIRMED);
        return entry;
    }

    /**
     * All-day events are dates without a zone: their end is the day after the last one. Hours are given as the wall shows them,
     * with the zone's name: from a zoned time the library makes the hours of its own, older rules.
     */
    private static void addTimes(VEvent entry, EventDetails details) {
        if (details.allDay()) {
            entry.add(new DtStart<>(details.startsAt().toLocalDate()));
            entry.add(new DtEnd<>(details.endsAt().toLocalDate()));
        } else {
            ParameterList zone =
                    new ParameterList(List.of(new TzId(details.timeZone().getId())));
            entry.add(new DtStart<>(zone, details.startsAt()));
            entry.add(new DtEnd<>(zone, details.endsAt()));
        }
    }
}
