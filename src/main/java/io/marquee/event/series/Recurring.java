package io.marquee.event.series;

import io.marquee.audit.History;
import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.event.series.SeriesChange.Effect;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The commands on series. Each is about an event: the series that it belongs to, from its day on. */
@Component
public class Recurring {
    private static final int MOST_AHEAD = 400;
    private static final int MOST_LEFT_OUT = 100;
    private static final int MOST_DAYS_AWAY = 365 * 5;

    private final SeriesTable table;
    private final SeriesPlans plans;
    private final NewSeries newSeries;
    private final SeriesGrowth growth;
    private final Events events;
    private final EventReads reads;
    private final History history;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    Recurring(
            SeriesTable table,
            SeriesPlans plans,
            NewSeries newSeries,
            SeriesGrowth growth,
            Events events,
            EventReads reads,
            History history,
            Access access,
            Acting acting,
            Clock clock) {
        this.table = table;
        this.plans = plans;
        this.newSeries = newSeries;
        this.growth = growth;
        this.events = events;
        this.reads = reads;
        this.history = history;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /** The first dates of a rule that begins with this event, at most {@code most}. @throws InvalidInput */
    @Transactional(readOnly = true)
    public List<LocalDateTime> dates(String event, SeriesRule rule, int most) {
        EventView from = reads.where(Permission.EDIT_EVENT, event);
        checked(rule, from);
        return rule.dates(from, MOST_DAYS_AWAY).stream()
                .filter(at -> !rule.leftOut().contains(at.toLocalDate()))
                .limit(most)
                .toList();
    }

    /**
     * This event is the first of a series. The next ones are made at once, those of a long list a moment later.
     *
     * @throws InvalidInput at {@code rule}, {@code leftOut} or {@code aheadDays}
     * @throws SeriesRefused when it repeats already, or is cancelled or put away
     */
    @Transactional
    public SeriesView begin(String event, SeriesRule rule) {
        EventView first = reads.where(Permission.EDIT_EVENT, event);
        requireMaking(first, rule);
        checked(rule, first);
        if (Set.of(EventState.CANCELLED, EventState.ARCHIVED).contains(first.state()))
            throw new SeriesRefused.NoModel();
        if (table.of(first.id()) != null) throw new SeriesRefused.AlreadyRepeats();
        InvalidInput.gather()
                .check(rule.leavesOutItsOwn(first, MOST_DAYS_AWAY), "leftOut", "not_in_series")
                .orThrow();
        return acting.asSystem(first.organization(), () -> {
            SeriesView series = newSeries.add(first, rule);
            leaveOut(series, rule.leftOut());
            growth.grow(series, SeriesGrowth.MOST_AT_ONCE);
            return series;
        });
    }

    /** What {@link #change} would do. @throws InvalidInput */
    @Transactional(readOnly = true)
    public SeriesChange plan(String event, SeriesRule rule) {
        EventView from = reads.where(Permission.EDIT_EVENT, event);
        checked(rule, from);
        return plans.ofRule(of(from), from, rule);
    }

    /**
     * Another rule from this event's day on. Days that nobody has a ticket for and nobody was asked to, and that are not in the
     * new rule, go; all others stay. Whoever may edit all of these events may do so: they were made by a rule, not by hand.
     *
     * @throws InvalidInput
     */
    @Transactional
    public SeriesView change(String event, SeriesRule rule) {
        EventView from = reads.where(Permission.EDIT_EVENT, event);
        requireMaking(from, rule);
        checked(rule, from);
        SeriesView series = locked(of(from));
        LocalDate since = plans.slot(series, from);
        plans.ofRule(series, from, rule).lines().stream()
                .filter(line -> line.effect() == Effect.REMOVED && line.event() != null)
                .forEach(line -> remove(series, Objects.requireNonNull(line.event())));
        return acting.asSystem(series.organization(), () -> {
            table.occurrences(series.id()).stream()
                    .filter(day -> day.event() == null && day.slot().isAfter(since))
                    .forEach(day -> table.remove(series.id(), day.slot()));
            leaveOut(series, rule.leftOut());
            table.change(series.id(), rule, since, clock.instant());
            if (series.endedAt() != null) record(series, SeriesState.ENDED, SeriesState.ACTIVE);
            SeriesView changed = locked(series);
            growth.grow(changed, SeriesGrowth.MOST_AT_ONCE);
            return changed;
        });
    }

    private void requireMaking(EventView event, SeriesRule rule) {
        access.require(Permission.CREATE_EVENT, event.organization());
        if (rule.publish()) access.require(Permission.PUBLISH_EVENT, event.organization(), event.id());
    }

    private void remove(SeriesView series, EventView event) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        acting.asSystem(series.organization(), () -> {
            table.remove(series.id(), plans.slot(series, event));
            events.delete(event.id());
        });
    }

    /**
     * Nothing takes place on that day. An event that is there is deleted by whoever may: unlike those that go with their rule
     * ({@link #change}), it may be the one that began the series, or have a face of its own.
     *
     * @throws InvalidInput at {@code day} when the rule does not give it
     * @throws SeriesRefused when people come: that event can be cancelled
     */
    @Transactional
    public void leaveOut(String event, LocalDate day) {
        EventView one = reads.where(Permission.EDIT_EVENT, event);
        SeriesView series = locked(of(one));
        Occurrence occurrence = table.occurrences(series.id()).stream()
                .filter(known -> known.slot().equals(day))
                .findFirst()
                .orElse(null);
        if (occurrence == null) {
            boolean open = day.isAfter(series.madeThrough());
            InvalidInput.gather()
                    .check(open && gives(series, one, day), "day", "not_in_series")
                    .orThrow();
            acting.asSystem(series.organization(), () -> leaveOut(series, List.of(day)));
            return;
        }
        EventId there = occurrence.event();
        if (there == null) return;
        access.require(Permission.DELETE_EVENT, series.organization(), there);
        if (plans.expected(series.organization(), there)) throw new SeriesRefused.PeopleCome();
        // its row stays, without an event: the day is decided
        acting.asSystem(series.organization(), () -> events.delete(there));
    }

    private boolean gives(SeriesView series, EventView one, LocalDate day) {
        if (!isNear(series.first(), day)) return false;
        LocalTime hour = one.details().startsAt().toLocalTime();
        return series
                .recurrence()
                .dates(series.first().atTime(hour), series.timeZone(), day.atTime(LocalTime.MAX))
                .stream()
                .anyMatch(date -> date.toLocalDate().equals(day));
    }

    /** No more events are made; those that there are stay. */
    @Transactional
    public void end(String event) {
        EventView one = reads.where(Permission.EDIT_EVENT, event);
        SeriesView series = locked(of(one));
        if (series.endedAt() != null) return;
        acting.asSystem(series.organization(), () -> {
            table.end(series.id(), clock.instant());
            record(series, SeriesState.ACTIVE, SeriesState.ENDED);
        });
    }

    private void record(SeriesView series, SeriesState from, SeriesState to) {
        history.record(NewSeries.subject(series), from, to, null);
    }

    private void leaveOut(SeriesView series, List<LocalDate> days) {
        days.stream().distinct().forEach(day -> table.add(series.id(), series.organization(), day, null));
    }

    private SeriesView of(EventView event) {
        SeriesView series = table.of(event.id());
        if (series == null) throw new NotFound("series");
        return series;
    }

    private SeriesView locked(SeriesView series) {
        SeriesView locked = acting.asSystem(series.organization(), () -> table.lock(series.id()));
        if (locked == null) throw new NotFound("series");
        return locked;
    }

    private void checked(SeriesRule rule, EventView from) {
        LocalDate first = from.details().startsAt().toLocalDate();
        LocalDateTime over = rule.recurrence().until(from.details().timeZone());
        InvalidInput.gather()
                .check(over == null || !over.toLocalDate().isBefore(first), "rule", "recurrence_over")
                .check(
                        rule.aheadDays() >= 1 && rule.aheadDays() <= MOST_AHEAD,
                        "aheadDays",
                        "out_of_range",
                        1,
                        MOST_AHEAD)
                .check(rule.leftOut().size() <= MOST_LEFT_OUT, "leftOut", "too_many_days", MOST_LEFT_OUT)
                .check(rule.leftOut().stream().allMatch(day -> isNear(first, day)), "leftOut", "date_out_of_range")
                .orThrow();
    }

    /** A rule is counted day by day: what lies thousands of years away would fill the memory. */
    private boolean isNear(LocalDate first, LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate later = first.isAfter(today) ? first : today;
        return !day.isBefore(first.minusDays(MOST_DAYS_AWAY)) && !day.isAfter(later.plusDays(MOST_DAYS_AWAY));
    }
}
