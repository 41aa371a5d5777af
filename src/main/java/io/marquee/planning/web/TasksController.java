package io.marquee.planning.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.identity.PersonView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.planning.Checklists;
import io.marquee.planning.Health;
import io.marquee.planning.Milestones;
import io.marquee.planning.Phase;
import io.marquee.planning.TaskView;
import io.marquee.planning.TeamPeople;
import io.marquee.planning.Templates;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an event's team has to do. */
@Controller
@RequestMapping("/manage/events/{slug}/tasks")
class TasksController {
    private final Checklists checklists;
    private final Templates templates;
    private final Milestones milestones;
    private final TeamPeople team;
    private final EventReads reads;
    private final Access access;

    TasksController(
            Checklists checklists,
            Templates templates,
            Milestones milestones,
            TeamPeople team,
            EventReads reads,
            Access access) {
        this.checklists = checklists;
        this.templates = templates;
        this.milestones = milestones;
        this.team = team;
        this.reads = reads;
        this.access = access;
    }

    @GetMapping
    ModelAndView list(@PathVariable String slug, Page page) {
        return shown(reads.where(Permission.SEE_EVENT, slug), "", FieldErrors.none(), page);
    }

    @PostMapping("/lists")
    ModelAndView begin(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String template,
            Page page,
            RedirectAttributes redirect) {
        EventView event = editable(slug);
        templates.apply(event, template, key -> page.text().get(key));
        return done(event, "planning.begun", page, redirect);
    }

    @PostMapping("/templates")
    ModelAndView keep(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String name,
            Page page,
            RedirectAttributes redirect) {
        EventView event = editable(slug);
        try {
            templates.save(event, name);
        } catch (InvalidInput invalid) {
            ModelAndView again = shown(event, name, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return done(event, "planning.kept", page, redirect);
    }

    @PostMapping("/templates/{template}/removal")
    ModelAndView forget(
            @PathVariable String slug, @PathVariable UUID template, Page page, RedirectAttributes redirect) {
        EventView event = editable(slug);
        templates.remove(event, template);
        return done(event, "planning.forgotten", page, redirect);
    }

    private EventView editable(String slug) {
        return reads.where(Permission.EDIT_EVENT, slug);
    }

    static ModelAndView done(EventView event, String words, Page page, RedirectAttributes redirect) {
        Flash.good(page.text().get(words)).with(redirect);
        return SeeOther.to(path(event));
    }

    private ModelAndView shown(EventView event, String name, FieldErrors errors, Page page) {
        Text text = page.text();
        boolean editable = access.may(Permission.EDIT_EVENT, event.organization(), event.id());
        List<TaskView> tasks = checklists.of(event);
        Health health = checklists.health(event);
        TasksView view = new TasksView(
                nav(event, text),
                path(event),
                editable,
                tasks.isEmpty() ? null : Chip.of(text, health.standing()),
                text.get("planning.health", health.open(), health.late()),
                next(health, text),
                tasks.size() - health.open(),
                tasks.size(),
                reached(event, text),
                groups(event, tasks, editable, text),
                editable ? TaskLists.ready(event, text) : List.of(),
                editable ? TaskLists.own(templates.own(event)) : List.of(),
                editable && !tasks.isEmpty()
                        ? Field.text("name", text.get("planning.keep.name"))
                                .value(name)
                                .error(errors.of("name"))
                                .with("maxlength", "120")
                                .required()
                        : null,
                errors);
        return page.titled(text.get("planning.title"))
                .hue(event.details().hue())
                .show("planning/tasks", "view", view);
    }

    private static String next(Health health, Text text) {
        TaskView next = health.next();
        if (next == null) return "";
        String title = next.details().title();
        return next.due() == null
                ? text.get("planning.next", title)
                : text.get("planning.next_by", title, text.shortDate(next.due()));
    }

    private List<String> reached(EventView event, Text text) {
        ZoneId zone = event.details().timeZone();
        return milestones.of(event).entrySet().stream()
                .map(one ->
                        text.get("planning.milestone." + Wire.name(one.getKey()), text.dateTime(one.getValue(), zone)))
                .toList();
    }

    private List<TasksView.Group> groups(EventView event, List<TaskView> tasks, boolean editable, Text text) {
        Map<PersonId, PersonView> people = team.of(event);
        return Arrays.stream(Phase.values())
                .map(phase -> new TasksView.Group(
                        text.of("planning.phase", phase),
                        tasks.stream()
                                .filter(task -> task.details().phase() == phase)
                                .map(task -> line(event, task, people, editable, text))
                                .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    private static TasksView.Line line(
            EventView event, TaskView task, Map<PersonId, PersonView> people, boolean editable, Text text) {
        boolean mine = Acting.current() instanceof Actor.Person person
                && person.person().equals(task.details().owner());
        return new TasksView.Line(
                task.id(),
                task.details().title(),
                task.details().note(),
                facts(event, task, people, text),
                task.overdue() ? new Chip(text.get("planning.late"), Tone.BAD) : null,
                task.done(),
                editable || mine);
    }

    private static String facts(EventView event, TaskView task, Map<PersonId, PersonView> people, Text text) {
        List<String> facts = new ArrayList<>();
        PersonView owner = person(task.details().owner(), people);
        if (owner != null) facts.add(owner.name());
        if (task.due() != null) facts.add(text.shortDate(task.due()));
        if (task.doneAt() != null) {
            PersonView by = person(task.doneBy(), people);
            String when = text.dateTime(task.doneAt(), event.details().timeZone());
            facts.add(by == null ? text.get("planning.done", when) : text.get("planning.done_by", when, by.name()));
        }
        return String.join(" · ", facts);
    }

    private static @Nullable PersonView person(@Nullable PersonId id, Map<PersonId, PersonView> people) {
        return id == null ? null : people.get(id);
    }

    private ManageNav nav(EventView event, Text text) {
        return ManageNav.of(event, ManageNav.Entry.TASKS, access, text);
    }

    static String path(EventView event) {
        return "/manage/events/" + event.slug() + "/tasks";
    }
}
