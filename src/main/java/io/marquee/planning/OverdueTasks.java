package io.marquee.planning;

import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.planning.PlanningEvent.TasksAtRisk;
import io.marquee.planning.PlanningEvent.TasksOverdue;
import io.marquee.planning.TaskTable.Late;
import io.marquee.planning.TaskTable.Told;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks every day after how tasks stand: tells whose it is what is late, at once and again each week as long as it stays so, and
 * those in charge what is due within three days and nobody's own.
 */
@Component
class OverdueTasks {
    static final int MOST_AT_ONCE = 100;
    private static final Duration AGAIN = Duration.ofDays(7);
    private static final Duration SOON = Duration.ofDays(3);
    private static final Set<EventState> NO_MATTER = Set.of(EventState.CANCELLED, EventState.ARCHIVED);

    private final TaskTable tasks;
    private final TeamPeople team;
    private final EventReads events;
    private final Acting acting;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    OverdueTasks(
            TaskTable tasks,
            TeamPeople team,
            EventReads events,
            Acting acting,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.tasks = tasks;
        this.team = team;
        this.events = events;
        this.acting = acting;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Late> late() {
        Instant now = clock.instant();
        return acting.asPlatform(() -> tasks.late(now, now.minus(AGAIN), now.plus(SOON), MOST_AT_ONCE));
    }

    /** What is told is noted in the same transaction: nobody hears it twice, whichever node does it. @return how many people */
    @Transactional
    public int tell(Late late) {
        return acting.asSystem(late.organization(), () -> {
            Instant now = clock.instant();
            EventView event = events.byId(late.event());
            List<Told> told = sorted(tasks.tell(late.event(), now, now.minus(AGAIN)));
            List<Told> soon = sorted(tasks.warn(late.event(), now, now.plus(SOON)));
            if (NO_MATTER.contains(event.state())) return 0;
            Map<PersonId, List<String>> whose = new LinkedHashMap<>();
            List<PersonId> everybody = team.incharge(event);
            Set<PersonId> there = team.of(event).keySet();
            told.forEach(task -> {
                boolean owned = task.owner() != null && there.contains(task.owner());
                List<PersonId> people = owned ? List.of(task.owner()) : everybody;
                people.forEach(person ->
                        whose.computeIfAbsent(person, who -> new ArrayList<>()).add(task.title()));
            });
            whose.forEach((person, titles) -> publisher.publishEvent(
                    new TasksOverdue(event.id(), event.organization(), person, List.copyOf(titles), now)));
            if (!soon.isEmpty()) {
                List<String> titles = soon.stream().map(Told::title).toList();
                publisher.publishEvent(new TasksAtRisk(event.id(), event.organization(), everybody, titles, now));
            }
            return whose.size();
        });
    }

    private static List<Told> sorted(List<Told> told) {
        return told.stream()
                .sorted(Comparator.comparing(Told::dueAt).thenComparing(Told::title))
                .toList();
    }
}
