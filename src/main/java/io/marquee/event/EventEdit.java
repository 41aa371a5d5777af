package io.marquee.event;

import io.marquee.kernel.EditedMeanwhile;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What an edit brings with it: the address of a draft follows its title, jobs follow the times. */
@Component
class EventEdit {
    private final EventTable table;
    private final EventSlugs slugs;
    private final CoverRules covers;
    private final LifeCycleJobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EventEdit(
            EventTable table,
            EventSlugs slugs,
            CoverRules covers,
            LifeCycleJobs jobs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.slugs = slugs;
        this.covers = covers;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /** @param event locked in this transaction */
    EventView apply(EventView event, EventDetails typed) {
        EventDetails details = covers.apply(EventRules.checked(typed), event.details());
        Instant now = clock.instant();
        if (event.state() == EventState.ENDED && EventTimes.of(details).endsAt().isAfter(now)) {
            throw InvalidInput.at("endsAt", "is_over");
        }
        if (!table.update(event.id(), slug(event, details), details, event.version(), now)) {
            throw new EditedMeanwhile(event.version() + 1);
        }
        EventView edited = table.find(event.id());
        if (edited == null) {
            throw new NotFound("event");
        }
        stageJobs(event, edited);
        events.publishEvent(new EventEvent.EventEdited(event.id(), event.organization(), opens(event, edited), now));
        return edited;
    }

    /** Nobody has seen the address of a draft, so it may change with the title; later it holds for ever. */
    private String slug(EventView event, EventDetails details) {
        boolean follows = event.state() == EventState.DRAFT && !EventSlugs.isOf(event.slug(), details);
        return follows ? slugs.free(details).next() : event.slug();
    }

    private static boolean opens(EventView before, EventView after) {
        return runs(after)
                && before.details().visibility() != Visibility.PUBLIC
                && after.details().visibility() == Visibility.PUBLIC;
    }

    private static boolean runs(EventView event) {
        return event.state() == EventState.PUBLISHED || event.state() == EventState.LIVE;
    }

    private void stageJobs(EventView before, EventView after) {
        boolean moved =
                !before.startsAt().equals(after.startsAt()) || !before.endsAt().equals(after.endsAt());
        if (runs(after) && moved) {
            jobs.stage(after);
        }
    }
}
