package io.marquee.planning.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.LastEditor;
import io.marquee.identity.Permission;
import io.marquee.kernel.EditedMeanwhile;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.planning.Checklists;
import io.marquee.planning.TaskView;
import io.marquee.planning.TeamPeople;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Meanwhile;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.SentVersion;
import io.marquee.platform.web.Text;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One thing that an event's team has to do. */
@Controller
@RequestMapping("/manage/events/{slug}/tasks/{task}")
class TaskController {
    private final Checklists checklists;
    private final TeamPeople team;
    private final EventReads reads;
    private final LastEditor editors;
    private final Access access;

    TaskController(Checklists checklists, TeamPeople team, EventReads reads, LastEditor editors, Access access) {
        this.checklists = checklists;
        this.team = team;
        this.reads = reads;
        this.editors = editors;
        this.access = access;
    }

    @GetMapping
    ModelAndView one(@PathVariable String slug, @PathVariable String task, Page page) {
        EventView event = editable(slug);
        TaskForm form = task.equals("new") ? new TaskForm(Map.of()) : TaskForm.of(checklists.one(event, id(task)));
        return shown(event, form(event, task, form, FieldErrors.none(), page.text()), page);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String slug,
            @PathVariable String task,
            @RequestParam Map<String, String> typed,
            Page page,
            RedirectAttributes redirect) {
        EventView event = editable(slug);
        TaskForm form = new TaskForm(typed);
        try {
            if (task.equals("new")) checklists.add(event, form.details());
            else checklists.change(event, id(task), form.details(), SentVersion.of(form.version()));
        } catch (InvalidInput invalid) {
            ModelAndView again =
                    shown(event, form(event, task, form, FieldErrors.of(invalid, page.text()), page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        } catch (EditedMeanwhile quicker) {
            return meanwhile(event, id(task), form, page);
        }
        return TasksController.done(event, "event.edit.saved", page, redirect);
    }

    /** What there is now stands above what was typed, which goes in its place when it is sent again. */
    private ModelAndView meanwhile(EventView event, UUID id, TaskForm typed, Page page) {
        TaskView now = checklists.one(event, id);
        TasksView.Form view = form(event, id.toString(), typed.over(now), FieldErrors.none(), page.text());
        Meanwhile saved = Meanwhile.of(
                editors.of(event.organization(), event.id(), "task", id),
                TaskForm.of(now).fields(team.of(event).values(), FieldErrors.none(), page.text()),
                view.fields(),
                page.text());
        ModelAndView again = shown(event, view.after(saved), page);
        again.setStatus(HttpStatus.CONFLICT);
        return again;
    }

    @PostMapping("/done")
    ModelAndView tick(
            @PathVariable String slug, @PathVariable UUID task, @RequestParam(defaultValue = "true") boolean done) {
        EventView event = reads.where(Permission.SEE_EVENT, slug);
        checklists.done(event, task, done);
        return SeeOther.to(TasksController.path(event) + "#t-" + task);
    }

    @PostMapping("/removal")
    ModelAndView remove(@PathVariable String slug, @PathVariable UUID task, Page page, RedirectAttributes redirect) {
        EventView event = editable(slug);
        checklists.remove(event, task);
        return TasksController.done(event, "planning.removed", page, redirect);
    }

    private EventView editable(String slug) {
        return reads.where(Permission.EDIT_EVENT, slug);
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException noId) {
            throw new NotFound("task");
        }
    }

    private TasksView.Form form(EventView event, String id, TaskForm form, FieldErrors errors, Text text) {
        boolean known = !id.equals("new");
        return new TasksView.Form(
                ManageNav.of(event, ManageNav.Entry.TASKS, access, text),
                text.get(known ? "planning.edit" : "planning.new"),
                TasksController.path(event) + "/" + id,
                TasksController.path(event),
                known,
                form.version(),
                form.fields(team.of(event).values(), errors, text),
                errors,
                null);
    }

    private static ModelAndView shown(EventView event, TasksView.Form view, Page page) {
        return page.titled(view.title()).hue(event.details().hue()).show("planning/form", "view", view);
    }
}
