package io.marquee.event.series;

import io.marquee.event.EventCopies;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.EventId;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the events of a series when their days come near. Each day is decided once, in the order of the calendar. */
@Component
class SeriesGrowth {
    static final int MOST_AT_ONCE = 12;
    private static final int MOST_SERIES = 50;
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);
    /** Where a rule is asked for its next day: soon, and else within as many years as two leap days can be apart. */
    private static final List<Integer> DAYS_TO_LOOK = List.of(800, 365 * 13);

    private final SeriesTable table;
    private final EventReads reads;
    private final EventCopies copies;
    private final Events events;
    private final Acting acting;
    private final Clock clock;

    SeriesGrowth(SeriesTable table, EventReads reads, EventCopies copies, Events events, Acting acting, Clock clock) {
        this.table = table;
        this.reads = reads;
        this.copies = copies;
        this.events = events;
        this.acting = acting;
        this.clock = clock;
    }

    /** Those whose next day has come near. */
    @Transactional(readOnly = true)
    public List<SeriesView> due() {
        return acting.asPlatform(() -> table.due(clock.instant(), MOST_SERIES));
    }

    /** Makes what is due of one series. @return how many events */
    @Transactional
    public int grow(SeriesView series) {
        return acting.asSystem(series.organization(), () -> {
            SeriesView locked = table.lock(series.id());
            return locked != null && isDue(locked) ? grow(locked, MOST_AT_ONCE) : 0;
        });
    }

    /** What failed is tried again later, and does not stand before the others until then. */
    @Transactional
    public void putOff(SeriesView series) {
        acting.asSystem(series.organization(), () -> {
            SeriesView locked = table.lock(series.id());
            if (locked == null || !isDue(locked)) return;
            table.decided(locked.id(), locked.madeThrough(), clock.instant().plus(AFTER_FAILURE));
        });
    }

    private boolean isDue(SeriesView series) {
        Instant due = series.dueAt();
        return due != null && !due.isAfter(clock.instant());
    }

    /** @param series locked by whoever acts as the system @return how many events */
    int grow(SeriesView series, int most) {
        Map<LocalDate, Occurrence> decided = table.occurrences(series.id()).stream()
                .collect(Collectors.toMap(Occurrence::slot, Function.identity()));
        EventId model = model(decided);
        if (model == null) {
            table.decided(series.id(), series.madeThrough(), null);
            return 0;
        }
        LocalTime hour = reads.byId(model).details().startsAt().toLocalTime();
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), series.timeZone());
        LocalDate horizon = now.toLocalDate().plusDays(series.aheadDays());
        LocalDate through = series.madeThrough();
        int made = 0;
        for (LocalDate day : days(series, hour, horizon).toList()) {
            boolean open = !decided.containsKey(day) && day.atTime(hour).isAfter(now);
            if (open && made == most) {
                table.decided(series.id(), through, clock.instant());
                return made;
            }
            if (open) {
                make(series, model, day, hour);
                made++;
            }
            through = day;
        }
        table.decided(series.id(), through, next(series, hour, horizon));
        return made;
    }

    private void make(SeriesView series, EventId model, LocalDate day, LocalTime hour) {
        EventView event = copies.repeat(model, day.atTime(hour));
        table.add(series.id(), series.organization(), day, event.id());
        if (series.publish()) events.publish(event.id());
    }

    /** The latest one that nobody gave another face, else the latest one. */
    static @Nullable EventId model(Map<LocalDate, Occurrence> decided) {
        Comparator<Occurrence> order =
                Comparator.comparing((Occurrence day) -> !day.altered()).thenComparing(Occurrence::slot);
        return decided.values().stream()
                .filter(day -> day.event() != null)
                .max(order)
                .map(Occurrence::event)
                .orElse(null);
    }

    private static Stream<LocalDate> days(SeriesView series, LocalTime hour, LocalDate until) {
        return series
                .recurrence()
                .dates(series.first().atTime(hour), series.timeZone(), until.atTime(LocalTime.MAX))
                .stream()
                .map(LocalDateTime::toLocalDate)
                .filter(day -> day.isAfter(series.madeThrough()));
    }

    /** When the first day behind the horizon is due. */
    private static @Nullable Instant next(SeriesView series, LocalTime hour, LocalDate horizon) {
        ZoneId zone = series.timeZone();
        return DAYS_TO_LOOK.stream()
                .flatMap(look -> days(series, hour, horizon.plusDays(look))
                        .filter(day -> day.isAfter(horizon))
                        .limit(1))
                .findFirst()
                .map(day -> day.minusDays(series.aheadDays()).atStartOfDay(zone).toInstant())
                .orElse(null);
    }
}
