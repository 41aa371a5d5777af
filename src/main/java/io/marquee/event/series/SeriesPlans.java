package io.marquee.event.series;

import io.marquee.event.CommittedSales;
import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.event.PeopleComing;
import io.marquee.event.series.SeriesChange.Effect;
import io.marquee.event.series.SeriesChange.Line;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a change would do to the days after one. Asked as the system: whoever changes a series need not see its sales. */
@Component
class SeriesPlans {
    private final SeriesTable table;
    private final EventReads reads;
    private final List<CommittedSales> sales;
    private final List<PeopleComing> people;
    private final Acting acting;
    private final Clock clock;

    SeriesPlans(
            SeriesTable table,
            EventReads reads,
            List<CommittedSales> sales,
            List<PeopleComing> people,
            Acting acting,
            Clock clock) {
        this.table = table;
        this.reads = reads;
        this.sales = sales;
        this.people = people;
        this.acting = acting;
        this.clock = clock;
    }

    /** From this event's day on another rule. */
    SeriesChange ofRule(SeriesView series, EventView from, SeriesRule rule) {
        return acting.asSystem(series.organization(), () -> {
            LocalTime hour = from.details().startsAt().toLocalTime();
            LocalDate since = slot(series, from);
            Set<LocalDate> wanted = wanted(series, since, hour, rule);
            List<Line> lines = new ArrayList<>();
            for (Later later : later(series, since)) {
                lines.add(later.line(wanted.remove(later.slot()) ? Effect.SAME : leaving(later)));
            }
            wanted.stream()
                    .map(day -> new Line(day.atTime(hour), null, Effect.MADE))
                    .forEach(lines::add);
            lines.sort(Comparator.comparing(Line::at));
            return new SeriesChange(lines);
        });
    }

    /** This event's details for all that follow. */
    SeriesChange ofFollowing(SeriesView series, EventView from) {
        return acting.asSystem(
                series.organization(),
                () -> new SeriesChange(later(series, slot(series, from)).stream()
                        .map(later -> later.as(from))
                        .toList()));
    }

    /** @param slot the day that the rule gave it */
    private record Later(LocalDate slot, EventView event, boolean altered, boolean expected) {
        boolean open() {
            return event.state() == EventState.DRAFT || event.state() == EventState.PUBLISHED;
        }

        Line line(Effect effect) {
            return new Line(event.details().startsAt(), event, effect);
        }

        Line as(EventView model) {
            LocalDateTime at = at(slot, model);
            if (!open()) return line(Effect.OVER);
            if (altered) return line(Effect.ALTERED);
            boolean moves = !at.equals(event.details().startsAt());
            boolean told = moves && expected && event.state() == EventState.PUBLISHED;
            return new Line(at, event, told ? Effect.TOLD : Effect.CHANGED);
        }
    }

    static LocalDateTime at(LocalDate slot, EventView model) {
        return slot.atTime(model.details().startsAt().toLocalTime());
    }

    private static Effect leaving(Later later) {
        if (!later.open()) return Effect.OVER;
        if (later.expected()) return Effect.SOLD;
        return later.altered() ? Effect.ALTERED : Effect.REMOVED;
    }

    private Set<LocalDate> wanted(SeriesView series, LocalDate since, LocalTime hour, SeriesRule rule) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), series.timeZone());
        LocalDate horizon = now.toLocalDate().plusDays(rule.aheadDays());
        Set<LocalDate> wanted =
                rule.recurrence().dates(since.atTime(hour), series.timeZone(), horizon.atTime(LocalTime.MAX)).stream()
                        .map(LocalDateTime::toLocalDate)
                        .filter(day -> day.isAfter(since) && day.atTime(hour).isAfter(now))
                        .collect(Collectors.toCollection(TreeSet::new));
        rule.leftOut().forEach(wanted::remove);
        return wanted;
    }

    private List<Later> later(SeriesView series, LocalDate since) {
        List<Occurrence> days = table.occurrences(series.id()).stream()
                .filter(day -> day.slot().isAfter(since) && day.event() != null)
                .toList();
        Map<EventId, EventView> events =
                reads.byIds(days.stream().map(SeriesPlans::event).toList());
        return days.stream()
                .filter(day -> events.containsKey(event(day)))
                .map(day -> new Later(
                        day.slot(),
                        Objects.requireNonNull(events.get(event(day))),
                        day.altered(),
                        expected(series.organization(), event(day))))
                .toList();
    }

    private static EventId event(Occurrence day) {
        return Objects.requireNonNull(day.event());
    }

    /** Whether tickets of it are held or sold, or ever were ordered, or people were asked to it or wait for a place. */
    boolean expected(OrganizationId organization, EventId event) {
        return acting.asSystem(
                organization,
                () -> sales.stream().anyMatch(seller -> seller.exist(event))
                        || people.stream().anyMatch(host -> host.exist(event)));
    }

    LocalDate slot(SeriesView series, EventView event) {
        @Nullable
        Occurrence day = table.occurrences(series.id()).stream()
                .filter(occurrence -> event.id().equals(occurrence.event()))
                .findFirst()
                .orElse(null);
        return Objects.requireNonNull(day, "an event of the series").slot();
    }
}
