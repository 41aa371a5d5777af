package io.marquee.event;

import io.marquee.audit.History;
import io.marquee.kernel.EventId;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The moves of an event's state: each a compare-and-set with its history row, its jobs and its announcement. */
@Component
class EventMoves {
    private final EventTable table;
    private final History history;
    private final LifeCycleJobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EventMoves(EventTable table, History history, LifeCycleJobs jobs, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.history = history;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    EventView publish(EventView event) {
        return publish(event, false);
    }

    /** @param imported whether it comes in from elsewhere */
    EventView publish(EventView event, boolean imported) {
        EventView published = move(event, EventState.PUBLISHED, null);
        jobs.stage(published);
        events.publishEvent(new EventEvent.EventPublished(event.id(), event.organization(), imported, clock.instant()));
        return published;
    }

    EventView unpublish(EventView event) {
        return move(event, EventState.DRAFT, null);
    }

    EventView start(EventView event) {
        EventView live = move(event, EventState.LIVE, null);
        events.publishEvent(new EventEvent.EventStarted(event.id(), event.organization(), clock.instant()));
        return live;
    }

    EventView end(EventView event) {
        EventView ended = move(event, EventState.ENDED, null);
        events.publishEvent(new EventEvent.EventEnded(event.id(), event.organization(), clock.instant()));
        return ended;
    }

    EventView cancel(EventView event, String reason) {
        table.noteCancellation(event.id(), reason);
        EventView cancelled = move(event, EventState.CANCELLED, reason);
        events.publishEvent(new EventEvent.EventCancelled(event.id(), event.organization(), reason, clock.instant()));
        return cancelled;
    }

    EventView archive(EventView event) {
        return move(event, EventState.ARCHIVED, null);
    }

    private EventView move(EventView event, EventState to, @Nullable String reason) {
        EventState.MOVES.require(event.state(), to);
        Instant now = clock.instant();
        if (!table.move(event.id(), Set.of(event.state()), to, now)) {
            throw new IllegalMove(event.state(), to);
        }
        history.record(subject(event.id(), event.organization()), event.state(), to, reason);
        EventView moved = table.find(event.id());
        if (moved == null) {
            throw new NotFound("event");
        }
        return moved;
    }

    static History.Subject subject(EventId id, OrganizationId organization) {
        return new History.Subject("event", id.value(), organization, id);
    }
}
