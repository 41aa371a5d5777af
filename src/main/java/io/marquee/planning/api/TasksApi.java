package io.marquee.planning.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventType;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.PersonId;
import io.marquee.planning.Checklists;
import io.marquee.planning.Health;
import io.marquee.planning.Milestone;
import io.marquee.planning.Milestones;
import io.marquee.planning.Phase;
import io.marquee.planning.TaskDetails;
import io.marquee.planning.TaskView;
import io.marquee.planning.Templates;
import io.marquee.platform.api.Etags;
import io.marquee.platform.web.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an event's team has to do, and what the event has reached. */
@RestController
@RequestMapping("/api/v1/events/{event}")
@Tag(name = "Tasks")
class TasksApi {
    private final Checklists checklists;
    private final Templates templates;
    private final Milestones milestones;
    private final EventReads events;

    TasksApi(Checklists checklists, Templates templates, Milestones milestones, EventReads events) {
        this.checklists = checklists;
        this.templates = templates;
        this.milestones = milestones;
        this.events = events;
    }

    /**
     * A task as programs send it.
     *
     * @param owner of the event's team; left out: everybody's
     * @param dueDays from the event's first day on: -14 is two weeks before it; left out for no day
     */
    record TaskBody(
            @Schema(example = "Book the hall") @Nullable String title,

            @Schema(example = "Ask for the small one too.") @Nullable
            String note,

            @Schema(example = "plan") @Nullable Phase phase,
            @Nullable UUID owner,
            @Schema(example = "-60") @Nullable Integer dueDays) {

        TaskDetails details() {
            return new TaskDetails(
                    title == null ? "" : title,
                    note == null ? "" : note,
                    phase == null ? Phase.PLAN : phase,
                    owner == null ? null : PersonId.of(owner),
                    dueDays);
        }
    }

    /** @param due the last day, on the calendar of the place @param version goes up with every change: {@code "v3"} in If-Match */
    record TaskAnswer(
            UUID id,
            String title,
            String note,
            Phase phase,
            @Nullable PersonId owner,
            @Nullable Integer dueDays,
            @Nullable LocalDate due,
            boolean overdue,
            @Nullable Instant doneAt,
            @Nullable PersonId doneBy,
            int version) {
        static TaskAnswer of(TaskView task) {
            TaskDetails details = task.details();
            return new TaskAnswer(
                    task.id(),
                    details.title(),
                    details.note(),
                    details.phase(),
                    details.owner(),
                    details.dueDays(),
                    task.due(),
                    task.overdue(),
                    task.doneAt(),
                    task.doneBy(),
                    task.version());
        }
    }

    record TaskList(List<TaskAnswer> items) {}

    /**
     * @param soon due within three days, today among them
     * @param unowned of those, how many are nobody's own
     * @param next what to do next; null when nothing is left
     */
    record HealthAnswer(
            Health.Standing standing,
            int open,
            int late,
            int soon,
            int unowned,
            @Nullable TaskAnswer next) {
        static HealthAnswer of(Health health) {
            TaskView next = health.next();
            return new HealthAnswer(
                    health.standing(),
                    health.open(),
                    health.late(),
                    health.soon(),
                    health.unowned(),
                    next == null ? null : TaskAnswer.of(next));
        }
    }

    record TaskMade(UUID id) {}

    /** @param template any, concert, conference, workshop, or the id of one of the organization's own */
    record ListBody(@Schema(example = "concert") @Nullable String template) {}

    record ListMade(int tasks) {}

    record TemplateBody(
            @Schema(example = "Our summer nights") @Nullable String name) {}

    record TemplateAnswer(UUID id, String name, @Nullable EventType type, int tasks) {}

    record TemplateList(List<TemplateAnswer> items) {}

    record MilestoneList(Map<Milestone, Instant> reached) {}

    @Operation(summary = "List an event's tasks", description = "By phase, then by day. For the event's team.")
    @GetMapping("/tasks")
    TaskList list(@PathVariable String event) {
        EventView known = events.where(Permission.SEE_EVENT, event);
        return new TaskList(checklists.of(known).stream().map(TaskAnswer::of).toList());
    }

    @Operation(
            summary = "Tell how an event's tasks stand, and what to do next",
            description =
                    "On track; at risk, where something due within three days is nobody's own; behind, where something is late.")
    @GetMapping("/tasks/health")
    HealthAnswer health(@PathVariable String event) {
        return HealthAnswer.of(checklists.health(events.where(Permission.SEE_EVENT, event)));
    }

    @Operation(summary = "Add a task")
    @PostMapping("/tasks")
    @ResponseStatus(HttpStatus.CREATED)
    TaskMade add(@PathVariable String event, @RequestBody TaskBody task) {
        return new TaskMade(checklists.add(editable(event), task.details()));
    }

    @Operation(
            summary = "Change a task",
            description = "With If-Match, only if nobody changed it since that version was read.")
    @PutMapping("/tasks/{task}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> change(
            @PathVariable String event,
            @PathVariable UUID task,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TaskBody body) {
        int version = checklists.change(editable(event), task, body.details(), Etags.known(ifMatch));
        return ResponseEntity.noContent().eTag(Etags.of(version)).build();
    }

    @Operation(summary = "Remove a task")
    @DeleteMapping("/tasks/{task}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String event, @PathVariable UUID task) {
        checklists.remove(editable(event), task);
    }

    @Operation(summary = "Tick a task", description = "For those who may edit the event, and for its owner.")
    @PutMapping("/tasks/{task}/done")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tick(@PathVariable String event, @PathVariable UUID task) {
        checklists.done(events.where(Permission.SEE_EVENT, event), task, true);
    }

    @Operation(summary = "Open a task again")
    @DeleteMapping("/tasks/{task}/done")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(@PathVariable String event, @PathVariable UUID task) {
        checklists.done(events.where(Permission.SEE_EVENT, event), task, false);
    }

    @Operation(
            summary = "Add all tasks of a checklist",
            description = "Ours are written in the language that is asked for.")
    @PostMapping("/tasks/lists")
    @ResponseStatus(HttpStatus.CREATED)
    ListMade begin(@PathVariable String event, @RequestBody ListBody list, Text text) {
        EventView known = editable(event);
        if (list.template() == null) throw InvalidInput.at("template", "required");
        return new ListMade(templates.apply(known, list.template(), key -> text.get(key)));
    }

    @Operation(summary = "List the checklists of the event's organization")
    @GetMapping("/tasks/templates")
    TemplateList templates(@PathVariable String event) {
        return new TemplateList(templates.own(editable(event)).stream()
                .map(one -> new TemplateAnswer(
                        one.id(), one.name(), one.type(), one.tasks().size()))
                .toList());
    }

    @Operation(summary = "Keep an event's tasks as a checklist of its organization")
    @PostMapping("/tasks/templates")
    @ResponseStatus(HttpStatus.CREATED)
    TaskMade keep(@PathVariable String event, @RequestBody TemplateBody template) {
        return new TaskMade(templates.save(editable(event), template.name() == null ? "" : template.name()));
    }

    @Operation(summary = "Delete a checklist of the event's organization")
    @DeleteMapping("/tasks/templates/{template}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String event, @PathVariable UUID template) {
        templates.remove(editable(event), template);
    }

    @Operation(
            summary = "Tell what an event has reached",
            description = "First sale, half sold, sold out; noted within minutes.")
    @GetMapping("/milestones")
    MilestoneList reached(@PathVariable String event) {
        return new MilestoneList(milestones.of(events.where(Permission.SEE_EVENT, event)));
    }

    private EventView editable(String event) {
        return events.where(Permission.EDIT_EVENT, event);
    }
}
