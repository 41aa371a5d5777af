package io.marquee.event.series;

import io.marquee.event.EventDetails;
import io.marquee.event.EventEvent;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.event.Postponing;
import io.marquee.event.series.SeriesChange.Effect;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries what was edited on one event of a series over to those that follow it. */
@Component
public class Following {
    private final SeriesTable table;
    private final SeriesPlans plans;
    private final Events events;
    private final EventReads reads;
    private final Postponing postponing;
    private final Acting acting;

    Following(
            SeriesTable table,
            SeriesPlans plans,
            Events events,
            EventReads reads,
            Postponing postponing,
            Acting acting) {
        this.table = table;
        this.plans = plans;
        this.events = events;
        this.reads = reads;
        this.postponing = postponing;
        this.acting = acting;
    }

    /** What {@link #apply} would do. @throws NotFound for an event of no series */
    @Transactional(readOnly = true)
    public SeriesChange plan(String event) {
        EventView from = reads.where(Permission.EDIT_EVENT, event);
        return plans.ofFollowing(of(from), from);
    }

    /**
     * The following events take this one's details and its hour; each stays on its day. Ticket types and what was sold stay as they
     * are, and events that were edited on their own do too.
     *
     * @param reason for those who have a ticket for another hour; needed only where there are some
     * @throws InvalidInput at {@code reason}
     * @throws io.marquee.kernel.Forbidden where whoever acts may not edit one of them
     */
    @Transactional
    public SeriesChange apply(String event, String reason) {
        EventView from = reads.where(Permission.EDIT_EVENT, event);
        SeriesView series = of(from);
        acting.asSystem(series.organization(), () -> table.lock(series.id()));
        SeriesChange change = plans.ofFollowing(series, from);
        boolean told = change.count(Effect.TOLD) > 0;
        InvalidInput.gather()
                .check(!told || !reason.isBlank(), "reason", "required")
                .orThrow();
        change.lines().forEach(line -> carry(from, line, reason));
        acting.asSystem(series.organization(), () -> {
            table.altered(from.id(), false);
            table.title(series.id(), from.details().title());
        });
        return change;
    }

    private void carry(EventView from, SeriesChange.Line line, String reason) {
        EventView event = line.event();
        boolean changes = line.effect() == Effect.CHANGED || line.effect() == Effect.TOLD;
        if (event == null || !changes) return;
        EventView now = event;
        if (line.effect() == Effect.TOLD) {
            now = postponing.postpone(
                    event.id(), new Postponing.NewDate(line.at(), line.at().plus(length(from))), reason);
        }
        events.edit(event.id(), details(from, line.at()), now.version());
        acting.asSystem(from.organization(), () -> table.altered(event.id(), false));
    }

    private static EventDetails details(EventView from, LocalDateTime at) {
        Instant closes = from.details().registrationClosesAt();
        Instant starts = at.atZone(from.details().timeZone()).toInstant();
        return from.details()
                .but()
                .startsAt(at)
                .endsAt(at.plus(length(from)))
                .registrationClosesAt(closes == null ? null : closes.plus(Duration.between(from.startsAt(), starts)))
                .build();
    }

    /** As the clock on the wall counts it. */
    private static Duration length(EventView event) {
        return Duration.between(event.details().startsAt(), event.details().endsAt());
    }

    /** An edit of one event is its own, until somebody carries it over. */
    @EventListener
    void on(EventEvent.EventEdited edited) {
        altered(edited.event(), edited.organization());
    }

    @EventListener
    void on(EventEvent.EventPostponed postponed) {
        altered(postponed.event(), postponed.organization());
    }

    private void altered(EventId event, OrganizationId organization) {
        acting.asSystem(organization, () -> table.altered(event, true));
    }

    private SeriesView of(EventView event) {
        @Nullable SeriesView series = table.of(event.id());
        if (series == null) throw new NotFound("series");
        return series;
    }
}
