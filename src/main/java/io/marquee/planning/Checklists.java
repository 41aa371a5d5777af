package io.marquee.planning;

import io.marquee.event.EventEvent;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EditedMeanwhile;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to be done for events. Seen by their team; edited by those who may edit the event, and ticked by its owner too. */
@Component
public class Checklists {
    private static final int MOST = 300;
    private static final int FURTHEST = 1_000;

    private final TaskTable tasks;
    private final TeamPeople team;
    private final EventReads events;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    Checklists(TaskTable tasks, TeamPeople team, EventReads events, Access access, Acting acting, Clock clock) {
        this.tasks = tasks;
        this.team = team;
        this.events = events;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /** By phase, then by day. @throws io.marquee.kernel.Refusal */
    @Transactional(readOnly = true)
    public List<TaskView> of(EventView event) {
        access.require(Permission.SEE_EVENT, event.organization(), event.id());
        return acting.asSystem(event.organization(), () -> tasks.of(event, clock.instant()));
    }

    /** @throws InvalidInput */
    @Transactional
    public UUID add(EventView event, TaskDetails typed) {
        return add(event, List.of(typed)).getFirst();
    }

    /** @throws InvalidInput */
    @Transactional
    public List<UUID> add(EventView event, List<TaskDetails> typed) {
        List<TaskDetails> fine =
                typed.stream().map(task -> checked(event, task)).toList();
        int there = of(event).size();
        InvalidInput.gather()
                .check(there + fine.size() <= MOST, "title", "too_many_tasks", MOST)
                .orThrow();
        return fine.stream()
                .map(task -> tasks.insert(event, task, clock.instant()))
                .toList();
    }

    /** On the calendar of the place. */
    @Transactional(readOnly = true)
    public Health health(EventView event) {
        return Health.of(of(event), LocalDate.now(clock.withZone(event.details().timeZone())));
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public TaskView one(EventView event, UUID id) {
        return of(event).stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("task"));
    }

    /**
     * @param version that the editor started from; null to save over whatever there is
     * @return the next one
     * @throws InvalidInput
     * @throws NotFound
     * @throws EditedMeanwhile when somebody else was quicker
     */
    @Transactional
    public int change(EventView event, UUID id, TaskDetails typed, @Nullable Integer version) {
        Integer next = tasks.update(event, id, checked(event, typed), version);
        if (next == null) throw new EditedMeanwhile(one(event, id).version());
        return next;
    }

    /** Ticks it, or opens it again; one that is so already stays as it is. @throws NotFound */
    @Transactional
    public void done(EventView event, UUID id, boolean done) {
        TaskView task = one(event, id);
        PersonId by = Acting.current() instanceof Actor.Person person ? person.person() : null;
        boolean theirs = by != null && by.equals(task.details().owner());
        if (!theirs) access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        Instant at = done ? clock.instant() : null;
        acting.asSystem(event.organization(), () -> tasks.done(event.id(), id, at, done ? by : null));
    }

    /** @throws NotFound */
    @Transactional
    public void remove(EventView event, UUID id) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        if (!tasks.remove(event.id(), id)) throw new NotFound("task");
    }

    @EventListener
    void on(EventEvent happened) {
        switch (happened) {
            case EventEvent.EventEdited edited -> moved(edited.event(), edited.organization());
            case EventEvent.EventPostponed postponed -> moved(postponed.event(), postponed.organization());
            case EventEvent.EventCopied copied -> copy(copied);
            case EventEvent.EventPublished published -> {}
            case EventEvent.EventStarted started -> {}
            case EventEvent.EventEnded ended -> {}
            case EventEvent.EventCancelled cancelled -> {}
            case EventEvent.CoOrganizerInvited invited -> {}
        }
    }

    private void moved(EventId event, OrganizationId organization) {
        acting.asSystem(organization, () -> tasks.moved(events.byId(event)));
    }

    /** A copy has the same to do, all of it open and nobody's. */
    private void copy(EventEvent.EventCopied copied) {
        acting.asSystem(copied.organization(), () -> {
            EventView to = events.byId(copied.event());
            tasks.of(events.byId(copied.from()), clock.instant()).forEach(task -> {
                TaskDetails same = task.details();
                tasks.insert(
                        to,
                        new TaskDetails(same.title(), same.note(), same.phase(), null, same.dueDays()),
                        clock.instant());
            });
        });
    }

    private TaskDetails checked(EventView event, TaskDetails typed) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        String title = line(typed.title());
        String note = typed.note()
                .replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
        @Nullable PersonId owner = typed.owner();
        @Nullable Integer days = typed.dueDays();
        InvalidInput.gather()
                .check(!title.isEmpty(), "title", "required")
                .check(title.length() <= 200, "title", "too_long", 200)
                .check(note.length() <= 2_000, "note", "too_long", 2_000)
                .check(days == null || Math.abs(days) <= FURTHEST, "dueDays", "out_of_range", -FURTHEST, FURTHEST)
                .check(owner == null || team.of(event).containsKey(owner), "owner", "not_in_team")
                .orThrow();
        return new TaskDetails(title, note, typed.phase(), owner, days);
    }

    static String line(String typed) {
        return typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
