package io.marquee.event;

import io.marquee.platform.config.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
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

    /**
     * An entry: an event, or something within one.
     *
     * @param sequence higher with every change
     * @param page where more is said, below the base URL
     * @param place empty for none
     * @param startsAt local, in the zone, and so is the end
     * @param tentative whether its day is not sure
     */
    public record Entry(
            UUID id,
            int sequence,
            String title,
            String description,
            String page,
            String place,
            ZoneId zone,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            boolean allDay,
            boolean cancelled,
            boolean tentative) {

        public static Entry of(EventView event) {
            EventDetails details = event.details();
            return new Entry(
                    event.id().value(),
                    event.version(),
                    details.title(),
                    details.summary(),
                    "/events/" + event.slug(),
                    Place.of(details).line(),
                    details.timeZone(),
                    details.startsAt(),
                    details.endsAt(),
                    details.allDay(),
                    event.state() == EventState.CANCELLED,
                    event.dateUnknown());
        }
    }

    /** One event. */
    public String of(EventView event) {
        return of(List.of(event));
    }

    /** Several events under a name, which calendars that subscribed to them read again every hour. */
    public String feed(String name, Collection<EventView> events) {
        return feed(name, events, List.of());
    }

    /** The same, with other entries beside them. */
    public String feed(String name, Collection<EventView> events, Collection<Entry> others) {
        Calendar calendar = calendar(
                Stream.concat(events.stream().map(Entry::of), others.stream()).toList());
        calendar.add(new XProperty("NAME", name));
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), AGAIN));
        calendar.add(new XProperty("X-PUBLISHED-TTL", AGAIN.toString()));
        return calendar.toString();
    }

    String of(Collection<EventView> events) {
        return calendar(events.stream().map(Entry::of).toList()).toString();
    }

    private Calendar calendar(List<Entry> entries) {
        Calendar calendar = new Calendar()
                .withProdId("-//Marquee//Marquee//EN")
                .withProperty(ImmutableVersion.VERSION_2_0)
                .withProperty(ImmutableCalScale.GREGORIAN)
                .withProperty(ImmutableMethod.PUBLISH)
                .getFluentTarget();
        zones(entries).forEach(calendar::add);
        entries.forEach(entry -> calendar.add(written(entry)));
        return calendar;
    }

    private static Stream<VTimeZone> zones(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> !entry.allDay())
                .collect(Collectors.groupingBy(Entry::zone))
                .entrySet()
                .stream()
                .map(zone -> zone(zone.getKey(), zone.getValue()));
    }

    private static VTimeZone zone(ZoneId zone, List<Entry> entries) {
        List<EventTimes> times = entries.stream()
                .map(entry -> EventTimes.of(entry.startsAt(), entry.endsAt(), zone))
                .toList();
        Instant first = times.stream()
                .map(EventTimes::startsAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant last = times.stream()
                .map(EventTimes::endsAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return ZoneDefinition.of(zone, first, last);
    }

    private VEvent written(Entry entry) {
        String page = baseUrl + entry.page();
        VEvent written = new VEvent(false);
        written.add(new Uid(entry.id().toString()));
        written.add(new DtStamp(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        written.add(new Sequence(entry.sequence()));
        addTimes(written, entry);
        written.add(new Summary(entry.title()));
        written.add(new Description(entry.description().isEmpty() ? page : entry.description() + "\n\n" + page));
        written.add(new Url(URI.create(page)));
        if (!entry.place().isEmpty()) written.add(new Location(entry.place()));
        written.add(
                entry.cancelled()
                        ? ImmutableStatus.VEVENT_CANCELLED
                        : entry.tentative() ? ImmutableStatus.VEVENT_TENTATIVE : ImmutableStatus.VEVENT_CONFIRMED);
        return written;
    }

    /**
     * All-day events are dates without a zone: their end is the day after the last one. Hours are given as the wall shows them,
     * with the zone's name: from a zoned time the library makes the hours of its own, older rules.
     */
    private static void addTimes(VEvent written, Entry entry) {
        if (entry.allDay()) {
            written.add(new DtStart<>(entry.startsAt().toLocalDate()));
            written.add(new DtEnd<>(entry.endsAt().toLocalDate()));
        } else {
            ParameterList zone = new ParameterList(List.of(new TzId(entry.zone().getId())));
            written.add(new DtStart<>(zone, entry.startsAt()));
            written.add(new DtEnd<>(zone, entry.endsAt()));
        }
    }
}
